import { Details } from "@/components/ui";
import { formatCount } from "@/lib/format";
import type { ProblemKind } from "@/lib/workbook/summary";

const shownAtOnce = 5;

/** What needs putting right, in words first; the same problem in many rows is one entry with its rows. */
export function ProblemList({ kinds, upload, csv }: { kinds: readonly ProblemKind[]; upload: number; csv: boolean }) {
  if (kinds.length === 0) return null;
  return (
    <section aria-labelledby="problems">
      <h2 className="nhsuk-heading-m" id="problems">
        What needs putting right
      </h2>
      <p>
        Put these right in your workbook and submit it again. Rows without a problem can be filed now: they will not be
        filed twice.
      </p>
      {!csv && (
        <p>
          <a href={`/uploads/${upload}/to-put-right`} download>
            Download your own workbook with these cells marked
          </a>
        </p>
      )}
      <ol className="nhsuk-list nhsuk-list--number">
        {kinds.map((kind) => (
          <li key={kind.code}>
            <strong>{kind.message}</strong>
            {kind.count > 1 && ` (${formatCount("place", kind.count)})`}
            {kind.help && <Details summary="Why we ask, with an example">{kind.help}</Details>}
            {kind.at.length <= shownAtOnce ? (
              <Places at={kind.at} />
            ) : (
              <Details summary={`Show ${formatCount("place", kind.at.length)}`}>
                <Places at={kind.at} />
              </Details>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

const Places = ({ at }: { at: ProblemKind["at"] }) => (
  <ul className="nhsuk-list">
    {at.map(({ sheet, line, column, location, message }) => (
      <li key={`${sheet} ${line} ${column ?? ""}`}>
        Sheet {sheet}, row {line}
        {column && `, ${column}`}
        {location && `: ${location}`}
        {message && `. ${message}`}
      </li>
    ))}
  </ul>
);
