import type { PlacePage, PublicContact } from "@/lib/capacity/place-page";
import { formatTelephone, telephoneHref } from "@/lib/telephone";

/** Who to call about a place: its own number first, then its public contacts. */
export function PlaceTelephones({ place }: { place: PlacePage }) {
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
