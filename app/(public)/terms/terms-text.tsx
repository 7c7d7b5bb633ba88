import { formatDate } from "@/lib/format";
import { terms } from "@/lib/registrations/terms";

/** The terms of use as they stand. */
export function TermsText({ heading: Heading = "h2" }: { heading?: "h2" | "h3" }) {
  return (
    <>
      <p className="nhsuk-body-s">
        Version {terms.version}, in force from {formatDate(terms.from)}
      </p>
      {terms.sections.map(({ heading, points }) => (
        <section key={heading}>
          <Heading className="nhsuk-heading-s">{heading}</Heading>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
