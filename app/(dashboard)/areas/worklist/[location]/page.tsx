import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { idOf, type AddressParams } from "@/components/tables";
import { NotificationBanner, Page, SummaryList, Table } from "@/components/ui";
import { now } from "@/lib/clock";
import { formatCount, formatDateTime } from "@/lib/format";
import { chasedLocation, type ChasedLocation } from "@/lib/reports/worklist/chased-location";
import { contactWords } from "@/lib/reports/worklist/reasons";
import { recordPlace } from "@/lib/records/record-place";
import { saidStatus } from "@/lib/records/status";
import { colleaguesIn } from "@/lib/reports/worklist/team";
import { currentUser } from "@/lib/web/session";
import { cameFrom } from "@/app/(dashboard)/areas/worklist/came-from";
import { ReasonTags, Ring, whyInWords } from "@/app/(dashboard)/areas/worklist/columns";
import { SaidNow } from "@/app/(dashboard)/providers/said-now";
import { AssignForm, ContactForm, ReminderForm } from "./forms";

/** One location to ring: why, whom, and what was done so far. */
export default async function ChasePage(props: {
  params: Promise<{ location: string }>;
  searchParams: Promise<AddressParams>;
}) {
  const user = await currentUser();
  const id = idOf((await props.params).location);
  const params = await props.searchParams;
  const time = now();
  const place = id === null ? null : await chasedLocation(user, id, time);
  if (!place) notFound();
  const record = await recordPlace(user, place.id, time);
  const status = record ? await saidStatus(record) : null;
  const from = cameFrom(params);
  const said = wordsFor(params, place);
  return (
    <Page
      heading={place.name}
      caption="Worklist"
      summary={`${place.provider}, ${place.postcode}. As of ${formatDateTime(time)}.`}
      back={{ href: from, label: "Worklist" }}
      banner={said && <NotificationBanner heading={said} success />}
    >
      <HowTo of="worklist-place" />
      {record && status && <SaidNow place={record} status={status} />}
      <nav aria-label="What to do" className="ct-no-print">
        <ul className="nhsuk-list flex flex-wrap gap-4">
          <li>
            <a href="#ring">Who to call</a>
          </li>
          <li>
            <a href="#call">Record a call</a>
          </li>
          {place.waiting.length > 0 && (
            <li>
              <a href="#remind">Send a reminder</a>
            </li>
          )}
          <li>
            <a href="#assign">Assign it</a>
          </li>
        </ul>
      </nav>
      <Why place={place} />
      <Telephones place={place} />
      <ContactForm location={place.id} from={from} />
      {place.waiting.length > 0 && <ReminderForm location={place.id} from={from} name={place.name} />}
      <AssignForm
        location={place.id}
        from={from}
        colleagues={await colleaguesIn([place.team], time)}
        assignedTo={place.assignedTo}
      />
      <Recorded place={place} />
    </Page>
  );
}

function wordsFor({ said, sent }: AddressParams, place: ChasedLocation): string | null {
  if (said === "recorded") return "The call is recorded";
  if (said === "reminded")
    return `Reminder sent to ${formatCount("person", Number(sent) || 0, "people")} at ${place.name}`;
  if (said === "assigned") return place.assignedTo ? `Assigned to ${place.assignedTo.name}` : "Assigned to no one";
  return null;
}

function Why({ place }: { place: ChasedLocation }) {
  const standings = Object.fromEntries(place.standings.map(({ collection, standing }) => [collection, standing]));
  const sentences = whyInWords({ waiting: place.waiting, standings, excused: place.excused });
  return (
    <section aria-labelledby="why">
      <h2 className="nhsuk-heading-m" id="why">
        Why it is on the list
      </h2>
      {place.reasons.length > 0 ? <ReasonTags reasons={place.reasons} /> : <p>It is no longer on the list.</p>}
      {sentences.length > 0 && <p className="mt-4">{sentences.join(" ")}</p>}
      <ul className="nhsuk-list">
        <li>
          <Link href={`/providers/${place.id}`}>Its record: contacts, notes and register</Link>
        </li>
        {place.standings.map(({ collection }) => (
          <li key={collection}>
            <Link href={`/returns/${place.id}/${collection}/history`}>
              History of its {collection === "care_home" ? "care home" : "home care"} returns
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Telephones({ place }: { place: ChasedLocation }) {
  const all = [...place.contacts, ...place.people.map((one) => ({ ...one, role: `User, ${one.role}` }))];
  const line = (one: (typeof all)[number]) => [one.name, one.role].filter(Boolean).join(", ");
  return (
    <section aria-labelledby="ring">
      <h2 className="nhsuk-heading-m" id="ring">
        Who to call
      </h2>
      <SummaryList
        rows={[
          { label: place.name, value: place.telephone ? <Ring telephone={place.telephone} /> : "No telephone number" },
          ...all.map((one, nth) => ({
            key: String(nth),
            label: line(one),
            value: (
              <>
                {one.telephone && <Ring telephone={one.telephone} />}
                {one.email && (
                  <a className="block" href={`mailto:${one.email}`}>
                    {one.email}
                  </a>
                )}
                {!one.telephone && !one.email && "No telephone number or email address"}
              </>
            ),
          })),
        ]}
      />
      {place.people.length === 0 && <p>No one has an account that can file for this location.</p>}
    </section>
  );
}

function Recorded({ place }: { place: ChasedLocation }) {
  return (
    <Table
      caption="Calls and reminders"
      captionSize="m"
      rows={place.recorded}
      rowKey={({ at, by }) => `${at.getTime()} ${by}`}
      empty={<p>No calls or reminders have been recorded.</p>}
      columns={[
        { key: "at", heading: "When", cell: ({ at }) => formatDateTime(at) },
        { key: "by", heading: "Who", cell: ({ by }) => by },
        { key: "result", heading: "Result", cell: ({ result }) => contactWords[result] },
        { key: "note", heading: "Note", cell: ({ note }) => note ?? "None" },
      ]}
    />
  );
}
