import { Figure, FigureRow, WarningCallout } from "@/components/ui";
import { formatNumber } from "@/lib/format";
import { reportWords } from "@/lib/registers/import/report-words";
import type { ImportReport } from "@/lib/registers/import/tally";

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** What an import came to, or would: the counts, and what was skipped or is to note, by kind with a few examples. */
export function Report({ report }: { report: ImportReport }) {
  const { read, counts, bulk, lists } = reportWords(report);
  return (
    <>
      <p className="break-words">{read}.</p>
      <FigureRow label="Summary of the file">
        {counts.map(([word, count]) => (
          <Figure key={word} label={capital(word)} value={formatNumber(count)} />
        ))}
      </FigureRow>
      {bulk && (
        <WarningCallout heading="More than usual">
          <p>{bulk.sentence} Check that the file is complete and the right one.</p>
        </WarningCallout>
      )}
      {lists.map(({ heading, noted }) => (
        <section key={heading}>
          <h2 className="nhsuk-heading-m">{heading}</h2>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {noted.map(({ kind, count, examples }) => (
              <li key={kind} className="break-words">
                {capital(kind)}: {formatNumber(count)}
                {examples.length > 0 && (
                  <ul className="nhsuk-list nhsuk-body-s">
                    {examples.map((example, at) => (
                      <li key={at}>{example}</li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
