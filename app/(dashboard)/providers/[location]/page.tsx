import { notFound } from "next/navigation";
import { now } from "@/lib/clock";
import { contactsOfRecord } from "@/lib/records/contacts";
import { peopleHere } from "@/lib/records/people-here";
import { providerRecord } from "@/lib/records/record";
import { currentUser } from "@/lib/web/session";
import { RecordPage } from "@/app/(dashboard)/providers/record-page";
import { AddressDetails } from "@/app/(dashboard)/providers/sections/address-details";
import { Classification } from "@/app/(dashboard)/providers/sections/classification";
import { ContactDirectory } from "@/app/(dashboard)/providers/sections/contact-directory";
import { Misc } from "@/app/(dashboard)/providers/sections/misc";
import { UsersWithAccess } from "@/app/(dashboard)/providers/sections/users-with-access";
import { locationAt, type RecordParams } from "./address";

/** Everything about one location in sections, each with its own way to change it; what its register says is marked. */
export default async function ProviderDetailsPage(props: {
  params: RecordParams;
  searchParams: Promise<{ saved?: string | string[] }>;
}) {
  const user = await currentUser();
  const id = await locationAt(props.params);
  const time = now();
  const record = await providerRecord(user, id, time);
  if (!record) notFound();
  const { place, facts } = record;
  const { saved } = await props.searchParams;
  const [people, contacts] = await Promise.all([peopleHere(place, time), contactsOfRecord(place)]);
  const sections = [
    { id: "address", label: "Address details" },
    { id: "contacts", label: "Contact directory" },
    { id: "misc", label: "CQC report and website" },
    { id: "classification", label: "Classification and funding" },
    ...(place.maySeePeople ? [{ id: "users", label: "Users with access" }] : []),
  ];
  return (
    <RecordPage place={place} tab="details" provider={facts.provider}>
      <div className="ct-record">
        <nav className="ct-record__jump ct-no-print" aria-labelledby="jump">
          <h2 className="nhsuk-heading-s" id="jump">
            Jump to
          </h2>
          <ul className="nhsuk-list">
            {sections.map((section) => (
              <li key={section.id}>
                <a href={`#${section.id}`}>{section.label}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div>
          <AddressDetails facts={facts} />
          <ContactDirectory place={place} contacts={contacts} saved={saved === "contacts"} />
          <Misc facts={facts} />
          <Classification facts={facts} />
          {place.maySeePeople && <UsersWithAccess people={people} name={place.name} />}
        </div>
      </div>
    </RecordPage>
  );
}
