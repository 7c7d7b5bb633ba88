import { Details, SummaryList, Table, type Column } from "@/components/ui";
import { freshnessOf } from "@/lib/capacity/freshness";
import { funding, needs, needsOf, type Need } from "@/lib/capacity/filters";
import type { BedsOfType, Suits } from "@/lib/capacity/place";
import type { PlacePage, PublicContact } from "@/lib/capacity/place-page";
import { formatCount, formatAgo, formatDate, formatList } from "@/lib/format";
import { formatTelephone, telephoneHref } from "@/lib/telephone";
import { CqcRating } from "./cqc-rating";
import { FreshnessTag, laterInWords, poundsInWords } from "./place-card";
import { webHref } from "./web-href";

/** All that is public of a place: what is free, who to ring, whom it suits, what CQC says. */
export function PlaceDetails({ place, now }: { place: PlacePage; now: Date }) {
  const inBeds = place.services.some((service) => service !== "home_care");
  return (
    <>
      <Call place={place} />
      {inBeds && <Beds place={place} now={now} />}
      {place.services.includes("home_care") && <Hours place={place} now={now} />}
      <Notes notes={place.notes} />
      <Suitability place={place} now={now} />
      <CqcRating place={place} />
      <Directions place={place} />
    </>
  );
}

function Call({ place }: { place: PlacePage }) {
  const same = (contact: PublicContact) => contact.telephone === place.telephone && contact.name === null;
  const others = place.contacts.filter((contact) => !same(contact));
  return (
    <section aria-labelledby="call">
      <h2 className="nhsuk-heading-m" id="call">
        Call
      </h2>
      <ul className="nhsuk-list">
        {place.telephone && (
          <li className="ct-place__ring">
            <a href={telephoneHref(place.telephone)}>Call {formatTelephone(place.telephone)}</a>
          </li>
        )}
        {others.map((contact) => (
          <li key={`${contact.role} ${contact.telephone} ${contact.email}`} className="ct-place__ring">
            {[contact.role, contact.name, contact.organisation].filter(Boolean).join(", ")}
            {contact.telephone && (
              <>
                {": "}
                <a href={telephoneHref(contact.telephone)}>Call {formatTelephone(contact.telephone)}</a>
              </>
            )}
            {contact.email && (
              <>
                {" "}
                <a href={`mailto:${contact.email}`}>{contact.email}</a>
              </>
            )}
          </li>
        ))}
        {!place.telephone && others.length === 0 && <li>No telephone number.</li>}
      </ul>
    </section>
  );
}

const bedColumns: Column<BedsOfType>[] = [
  { key: "type", heading: "Type", cell: ({ label }) => label, rowHeader: true },
  { key: "free", heading: "Free today", cell: ({ free }) => free, numeric: true },
  { key: "assessment", heading: "Of these after an assessment", cell: (row) => row.afterAssessment, numeric: true },
  {
    key: "also",
    heading: "Also offered as",
    cell: ({ alsoAs }) => formatList(alsoAs.map(({ label }) => label)) || "–",
  },
  { key: "later", heading: "Later, waiting or closed", cell: (row) => formatList(laterInWords(row)) || "–" },
  { key: "price", heading: "A week", cell: priceInWords },
];

function priceInWords({ priceFrom, priceTo }: BedsOfType): string {
  return priceFrom === null || priceTo === null ? "Not said" : poundsInWords(priceFrom, priceTo);
}

function Beds({ place, now }: { place: PlacePage; now: Date }) {
  const fresh = freshnessOf(place, place.services[0] ?? "care_home", now);
  const defined = place.beds.filter(({ definition }) => definition !== "");
  return (
    <section aria-labelledby="beds">
      <h2 className="nhsuk-heading-m" id="beds">
        Beds
      </h2>
      <p>
        <FreshnessTag fresh={fresh} /> {fresh.words}.
      </p>
      {place.beds.length > 0 && (
        <Table
          caption={`Beds by type${place.saidAt ? `, as confirmed ${formatAgo(place.saidAt, now)}` : ""}`}
          columns={bedColumns}
          rows={place.beds}
          rowKey={({ key }) => key}
        />
      )}
      {defined.length > 0 && (
        <Details summary="What each bed type means">
          <dl>
            {defined.map(({ key, label, definition, example }) => (
              <div key={key}>
                <dt>
                  <strong>{label}</strong>
                </dt>
                <dd>
                  {definition} {example && `Example: ${example}`}
                </dd>
              </div>
            ))}
          </dl>
        </Details>
      )}
    </section>
  );
}

function Hours({ place: { hoursFree, hoursAt, suits }, now }: { place: PlacePage; now: Date }) {
  return (
    <section aria-labelledby="hours">
      <h2 className="nhsuk-heading-m" id="hours">
        Home care
      </h2>
      <p>
        {hoursAt === null || hoursFree === null
          ? "Has never said how many hours it has free."
          : `${hoursFree > 0 ? `${formatCount("hour", hoursFree)} a week free` : "No hours free"}, as said ${formatAgo(hoursAt, now)}.`}
        {suits && suits.districts.length > 0 && ` Serves ${formatList(suits.districts)}.`}
        {suits?.milesServed && ` Goes up to ${formatCount("mile", suits.milesServed)}.`}
      </p>
    </section>
  );
}

function Notes({ notes }: Pick<PlacePage, "notes">) {
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby="notes">
      <h2 className="nhsuk-heading-m" id="notes">
        Notes from the home
      </h2>
      {notes.map(({ text, at }) => (
        <p key={at}>
          {text} <span className="nhsuk-body-s">({formatDate(new Date(at))})</span>
        </p>
      ))}
    </section>
  );
}

const yesNo = (said: boolean | null) => (said === null ? "Not said" : said ? "Yes" : "No");

function Suitability({ place, now }: { place: PlacePage; now: Date }) {
  const { suits, registerFacts, services } = place;
  const bands = [...new Set([...registerFacts.userBands, ...registerFacts.specialisms])];
  const asked = [...new Set(services.flatMap((service) => needsOf(service === "home_care")))];
  return (
    <section aria-labelledby="suits">
      <h2 className="nhsuk-heading-m" id="suits">
        Who it suits
      </h2>
      {suits ? (
        <p>As the home told us {formatAgo(new Date(suits.at), now)}, beside what CQC has registered.</p>
      ) : (
        <p>The home has not told us who it suits yet. This is what CQC has registered.</p>
      )}
      <SummaryList
        rows={[
          { label: "CQC: services", value: formatList(registerFacts.services) || "Not known" },
          { label: "CQC: for", value: formatList(bands) || "Not known" },
          ...(suits ? suitsRows(suits, asked) : []),
        ]}
      />
    </section>
  );
}

const roomWords = { anyone: "Anyone", women: "Women", men: "Men" } as const;

const suitsRows = (suits: Suits, asked: readonly Need[]) => [
  ...(suits.nursing === null ? [] : [{ label: "Nursing", value: yesNo(suits.nursing) }]),
  ...(suits.specialisms.length + suits.whoFor.length > 0
    ? [{ label: "Also for", value: formatList([...suits.whoFor, ...suits.specialisms]) }]
    : []),
  ...(suits.roomsFor === null ? [] : [{ label: "Rooms for", value: roomWords[suits.roomsFor] }]),
  ...asked.map((need) => ({ label: needs[need], value: yesNo(suits[need]) })),
  ...(suits.admitsUntil === null ? [] : [{ label: "Admits until", value: hourInWords(suits.admitsUntil) }]),
  { label: "Takes people funded by", value: formatList(suits.funding.map((payer) => funding[payer])) || "Not said" },
  { label: "Contracts with", value: formatList(suits.contracts) || "Not said" },
];

/** "6pm" of 18, "midnight" of 24. */
const hourInWords = (hour: number) =>
  hour === 24 ? "midnight" : hour === 12 ? "midday" : `${hour % 12 || 12}${hour < 12 ? "am" : "pm"}`;

function Directions({ place: { address, postcode, website, council, provider } }: { place: PlacePage }) {
  return (
    <section aria-labelledby="where">
      <h2 className="nhsuk-heading-m" id="where">
        Where it is
      </h2>
      <address className="not-italic">
        {address}, <span className="whitespace-nowrap">{postcode}</span>
      </address>
      <p>
        {council && `${council}. `}Run by {provider}.
      </p>
      <ul className="nhsuk-list ct-no-print">
        <li>
          <a
            href={`https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent(postcode)}`}
            rel="noreferrer"
          >
            Directions to {postcode}
          </a>
        </li>
        {website && (
          <li>
            <a href={webHref(website)} rel="noreferrer">
              Website
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}
