import { Link } from "@/components/ui/link";
import { EmailText } from "@/components/people/email-text";
import { InsetText, Table, Tag } from "@/components/ui";
import { type DirectoryContact, missingContacts } from "@/lib/records/contacts";
import type { RecordPlace } from "@/lib/records/record-place";
import { newestStamp } from "@/lib/records/stamp";
import { formatTelephone, telephoneHref } from "@/lib/telephone";
import { RecordSection } from "@/app/(dashboard)/providers/record-section";

/** Whom to ring or write to at and for a location, and who of them is shown to people who look for a place. */
export function ContactDirectory(props: { place: RecordPlace; contacts: readonly DirectoryContact[]; saved: boolean }) {
  const { place, contacts } = props;
  const missing = missingContacts(contacts);
  return (
    <RecordSection
      id="contacts"
      heading="Contact directory"
      change={place.mayEdit ? { href: `/providers/${place.id}/contacts/new`, label: "Add a contact" } : undefined}
      saved={props.saved}
      stamp={newestStamp(contacts.map(({ stamp }) => stamp))}
    >
      {place.mayEdit && missing.length > 0 && (
        <InsetText>
          {missing.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </InsetText>
      )}
      <p>
        Reminders about returns go to the manager’s email address. Contacts marked public are shown to people who look
        for a free place. All the others are seen only by people with access to this location and by those who oversee
        it.
      </p>
      <Table
        caption={`Contacts of ${place.name}`}
        captionHidden
        rows={[...contacts]}
        rowKey={({ id }) => String(id)}
        empty={<p>There are no contacts yet. Add the manager first.</p>}
        columns={[
          { key: "kind", heading: "Kind", rowHeader: true, cell: ({ kind }) => kind },
          { key: "name", heading: "Name", cell: ({ name, organisation }) => whoOf(name, organisation) },
          { key: "reach", heading: "How to reach them", cell: (one) => <Ways contact={one} /> },
          {
            key: "public",
            heading: "Public",
            cell: (one) => (one.public ? <Tag colour="blue">Public</Tag> : "No"),
          },
          ...(place.mayEdit
            ? [
                {
                  key: "change",
                  heading: "Change",
                  cell: ({ id, kind, name }: DirectoryContact) => (
                    <Link href={`/providers/${place.id}/contacts/${id}`}>
                      Change<span className="nhsuk-u-visually-hidden"> {[kind, name].filter(Boolean).join(", ")}</span>
                    </Link>
                  ),
                },
              ]
            : []),
        ]}
      />
    </RecordSection>
  );
}

const whoOf = (name: string | null, organisation: string | null) => (
  <>
    {name ?? organisation ?? "Not given"}
    {name && organisation && <span className="nhsuk-body-s block">{organisation}</span>}
  </>
);

function Ways({ contact: { telephone, mobile, email, address } }: { contact: DirectoryContact }) {
  const numbers = [telephone, mobile].filter((one) => one !== null);
  return (
    <>
      {numbers.map((number) => (
        <a key={number} className="block whitespace-nowrap" href={telephoneHref(number)}>
          {formatTelephone(number)}
        </a>
      ))}
      {email && (
        <a className="block wrap-anywhere" href={`mailto:${email}`}>
          <EmailText email={email} />
        </a>
      )}
      {address && <span className="block">{address}</span>}
      {numbers.length === 0 && !email && !address && "Not given"}
    </>
  );
}
