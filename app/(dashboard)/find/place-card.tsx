import { Link } from "@/components/ui/link";
import { Tag, type TagColour, type TagShape } from "@/components/ui";
import type { LiveEnquiry } from "@/lib/capacity/enquiries";
import { askingInWords } from "@/lib/capacity/enquiry";
import type { FoundPlace } from "@/lib/capacity/find-capacity";
import { type Freshness, freshnessOf, milesInWords } from "@/lib/capacity/freshness";
import type { BedsOfType } from "@/lib/capacity/place";
import { countsHours, type Service } from "@/lib/capacity/services";
import { formatCount, formatDate, formatDayAndMonth, formatList, formatNumber, inSentence } from "@/lib/format";
import { closedReasons } from "@/lib/beds/closed-reasons";
import { formatTelephone, telephoneHref } from "@/lib/telephone";

/** One place of the results: what it has free, what that is worth, and who to ring. `from` is the search to go back to. */
export function PlaceCard(props: {
  place: FoundPlace;
  mark: string;
  service: Service;
  from: string;
  enquiries: readonly LiveEnquiry[];
  now: Date;
}) {
  const { place, mark, service, now } = props;
  const fresh = freshnessOf(place, service, now);
  return (
    <li className="ct-place" id={`place-${place.id}`}>
      <h3 className="ct-place__name">
        <span className={`ct-place__mark${place.free > 0 ? "" : " ct-place__mark--quiet"}`} aria-hidden="true">
          {mark}
        </span>
        <Link href={`/find/${place.id}?from=${encodeURIComponent(props.from)}`}>{place.name}</Link>
      </h3>
      <p className="ct-place__line">
        {milesInWords(place.miles)}. {place.address} <span className="whitespace-nowrap">{place.postcode}</span>
      </p>
      {countsHours(service) ? <HoursFree place={place} /> : <BedsFree beds={place.beds} />}
      <p className="ct-place__line">
        <FreshnessTag fresh={fresh} /> {fresh.words}
      </p>
      {place.note && (
        <p className="ct-place__line nhsuk-body-s">
          Note of {formatDate(new Date(place.note.at))}: {shortened(place.note.text)}
        </p>
      )}
      {props.enquiries.map((enquiry) => (
        <p key={enquiry.id} className="ct-place__line">
          {askingInWords(enquiry, now)}
        </p>
      ))}
      <p className="ct-place__line ct-place__ring">
        {place.telephone ? (
          <a href={telephoneHref(place.telephone)}>
            Call {formatTelephone(place.telephone)}
            <span className="nhsuk-u-visually-hidden">, {place.name}</span>
          </a>
        ) : (
          "No telephone number"
        )}
        <span className="ct-place__rating">CQC: {place.rating ?? "not rated"}</span>
      </p>
    </li>
  );
}

const noteLength = 160;

/** A long note goes on at the place's own page. */
const shortened = (text: string) => (text.length > noteLength ? `${text.slice(0, noteLength).trimEnd()}…` : text);

/** The beds of a place by type: first what is free, then what will be. */
function BedsFree({ beds }: { beds: readonly BedsOfType[] }) {
  if (beds.length === 0) return null;
  const free = beds.filter(({ free }) => free > 0);
  const coming = beds.filter(({ freeFrom, waiting, closed }) => freeFrom.length > 0 || (waiting ?? 0) > 0 || closed);
  return (
    <ul className="ct-place__beds">
      {free.length === 0 && <li>No bed is free today.</li>}
      {free.map((type) => (
        <li key={type.key}>
          <strong>
            {type.free} {inSentence(type.label)}
          </strong>
          {aside(type)}
        </li>
      ))}
      {coming.map((type) => (
        <li key={`${type.key} later`} className="nhsuk-body-s">
          {type.label}: {formatList(laterInWords(type))}
        </li>
      ))}
    </ul>
  );
}

/** What is shown beside the number of free beds. */
function aside({ free, afterAssessment, alsoAs, priceFrom, priceTo }: BedsOfType): string {
  const assessed =
    afterAssessment === 0
      ? []
      : [afterAssessment === free ? "after an assessment" : `${afterAssessment} of them after an assessment`];
  const also =
    alsoAs.length === 0 ? [] : [`also offered as ${formatList(alsoAs.map(({ label }) => inSentence(label)))}`];
  const price = priceFrom === null || priceTo === null ? [] : [`${poundsInWords(priceFrom, priceTo)} a week`];
  const said = [...assessed, ...also, ...price];
  return said.length === 0 ? "" : `, ${said.join(", ")}`;
}

/** "£840", "£840 to £1,090". */
export const poundsInWords = (from: number, to: number): string =>
  from === to ? `£${formatNumber(from)}` : `£${formatNumber(from)} to £${formatNumber(to)}`;

/** What will be free, who waits, and what is closed and why. */
export function laterInWords({ freeFrom, waiting, closed, closedBecause }: BedsOfType): string[] {
  return [
    ...(closed
      ? [closedBecause ? `closed (${closedReasons[closedBecause].toLowerCase()})` : "closed to admissions"]
      : []),
    ...freeFrom.map(({ day, beds }) => `${beds} free from ${formatDayAndMonth(day)}`),
    ...(waiting ? [`${formatCount("person", waiting, "people")} waiting`] : []),
  ];
}

function HoursFree({ place: { free, saidAt, suits } }: { place: FoundPlace }) {
  const serves = suits && suits.districts.length > 0 ? ` Serves ${formatList(suits.districts)}.` : "";
  if (saidAt === null) return <p>{serves}</p>;
  return (
    <p className="ct-place__line">
      <strong>{free > 0 ? `${formatCount("hour", free)} a week free` : "No hours are free."}</strong>
      {serves}
    </p>
  );
}

const tags: Record<Freshness["state"], { word: string; colour: TagColour; shape: TagShape }> = {
  fresh: { word: "Fresh", colour: "green", shape: "tick" },
  usual: { word: "Likely", colour: "blue", shape: "circle" },
  old: { word: "Ring first", colour: "yellow", shape: "ring" },
  doubted: { word: "Doubted", colour: "orange", shape: "triangle" },
  never: { word: "Never confirmed", colour: "grey", shape: "ring" },
};

export function FreshnessTag({ fresh }: { fresh: Freshness }) {
  const { word, colour, shape } = tags[fresh.state];
  return (
    <Tag colour={colour} shape={shape}>
      {word}
    </Tag>
  );
}
