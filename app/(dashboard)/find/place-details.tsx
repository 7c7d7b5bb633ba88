import type { PlacePage } from "@/lib/capacity/place-page";
import { freshnessOfHours } from "@/lib/capacity/freshness";
import { countsHours } from "@/lib/capacity/services";
import { formatCount, formatDate, formatList } from "@/lib/format";
import { CqcRating } from "./cqc-rating";
import { PlaceBeds } from "./place-beds";
import { FreshnessTag } from "./place-card";
import { PlaceTelephones } from "./place-telephones";
import { PlaceSuitability } from "./place-suitability";
import { webHref } from "./web-href";

/** All that is public of a place: what is free, who to ring, whom it suits, what CQC says. */
export function PlaceDetails({ place, now }: { place: PlacePage; now: Date }) {
  const inBeds = !place.services.every(countsHours);
  return (
    <>
      <PlaceTelephones place={place} />
      {inBeds && <PlaceBeds place={place} now={now} />}
      {place.services.some(countsHours) && <Hours place={place} now={now} />}
      <Notes place={place} />
      <PlaceSuitability place={place} now={now} />
      <CqcRating place={place} />
      <Directions place={place} />
    </>
  );
}

function Hours({ place, now }: { place: PlacePage; now: Date }) {
  const { hoursFree, hoursAt, suits } = place;
  const fresh = freshnessOfHours(place, now);
  return (
    <section aria-labelledby="hours">
      <h2 className="nhsuk-heading-m" id="hours">
        Home care
      </h2>
      <p>
        <FreshnessTag fresh={fresh} /> {fresh.words}.
      </p>
      <p>
        {hoursAt !== null &&
          hoursFree !== null &&
          (hoursFree > 0 ? `${formatCount("hour", hoursFree)} a week free.` : "No hours are free.")}
        {suits && suits.districts.length > 0 && ` Serves ${formatList(suits.districts)}.`}
        {suits?.milesServed && ` Goes up to ${formatCount("mile", suits.milesServed)}.`}
      </p>
    </section>
  );
}

function Notes({ place: { notes, services } }: { place: PlacePage }) {
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby="notes">
      <h2 className="nhsuk-heading-m" id="notes">
        Notes from {services.every(countsHours) ? "the service" : "the home"}
      </h2>
      {notes.map(({ text, at }) => (
        <p key={at}>
          {text} <span className="nhsuk-body-s">({formatDate(new Date(at))})</span>
        </p>
      ))}
    </section>
  );
}

function Directions({ place: { address, postcode, website, council, provider, tradingName } }: { place: PlacePage }) {
  return (
    <section aria-labelledby="where">
      <h2 className="nhsuk-heading-m" id="where">
        Where it is
      </h2>
      <address className="not-italic">
        {address}, <span className="whitespace-nowrap">{postcode}</span>
      </address>
      <p>
        {tradingName && `Also known as ${tradingName}. `}
        {council && `In the council area of ${council}. `}Run by {provider}.
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
