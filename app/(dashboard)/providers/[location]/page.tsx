import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { now } from "@/lib/clock";
import { contactsOfRecord } from "@/lib/records/contacts";
import { linkedPractices } from "@/lib/records/linked-practices";
import { notesOfRecord } from "@/lib/records/notes";
import { ownDetailsOf } from "@/lib/records/own-details";
import { peopleHere } from "@/lib/records/people-here";
import { providerRecord } from "@/lib/records/record";
import { saidStatus } from "@/lib/records/status";
import { newestSuitability, suitabilityAsked } from "@/lib/records/suitability";
import { currentUser } from "@/lib/web/session";
import { RecordPage } from "@/app/(dashboard)/providers/record-page";
import { SaidNow } from "@/app/(dashboard)/providers/said-now";
import { AddressDetails } from "@/app/(dashboard)/providers/sections/address-details";
import { Classification } from "@/app/(dashboard)/providers/sections/classification";
import { ContactDirectory } from "@/app/(dashboard)/providers/sections/contact-directory";
import { FundingAndPrices } from "@/app/(dashboard)/providers/sections/funding";
import { Future } from "@/app/(dashboard)/providers/sections/future";
import { Misc } from "@/app/(dashboard)/providers/sections/misc";
import { NoteLog } from "@/app/(dashboard)/providers/sections/note-log";
import { OwnNames } from "@/app/(dashboard)/providers/sections/own-names";
import { LinkedPractices } from "@/app/(dashboard)/providers/sections/practices";
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
  const [people, contacts, details, practices, notes, status, stated, asked] = await Promise.all([
    peopleHere(place, time),
    contactsOfRecord(place),
    ownDetailsOf(place),
    linkedPractices(place),
    notesOfRecord(place, time),
    saidStatus(place),
    newestSuitability(place.id),
    suitabilityAsked(user, place, time),
  ]);
  const suits = asked.inBeds || asked.atHome;
  const sections = [
    { id: "address", label: "Address details" },
    { id: "own", label: "Your own name, address and website" },
    { id: "contacts", label: "Contact directory" },
    { id: "practices", label: "Linked GP practices" },
    { id: "misc", label: "CQC report and website" },
    { id: "classification", label: "Classification" },
    ...(suits ? [{ id: "funding", label: "Who it suits, funding and prices" }] : []),
    { id: "notes", label: "Note log" },
    ...(place.maySeePeople ? [{ id: "users", label: "Users with access" }] : []),
    { id: "future", label: "Not active, closing or changing hands" },
  ];
  return (
    <RecordPage place={place} tab="details" provider={facts.provider}>
      <HowTo of="record" />
      {status && <SaidNow place={place} status={status} />}
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
          {place.maySeePeople && (
            <p>
              <Link href={`/providers/${id}/changes`}>What changed, and who changed it</Link>
            </p>
          )}
        </nav>
        <div>
          <AddressDetails facts={facts} />
          <OwnNames place={place} details={details} saved={saved === "own"} />
          <ContactDirectory place={place} contacts={contacts} saved={saved === "contacts"} />
          <LinkedPractices place={place} practices={practices} saved={saved === "practices"} />
          <Misc facts={facts} />
          <Classification facts={facts} />
          {suits && <FundingAndPrices place={place} asked={asked} stated={stated} saved={saved === "funding"} />}
          <NoteLog place={place} notes={notes} saved={saved === "notes"} />
          {place.maySeePeople && <UsersWithAccess people={people} name={place.name} />}
          <Future place={place} recorded={status !== null} saved={saved === "future"} />
        </div>
      </div>
    </RecordPage>
  );
}
