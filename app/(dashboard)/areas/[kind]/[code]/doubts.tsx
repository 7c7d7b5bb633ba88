import { Figure, FigureRow } from "@/components/ui";
import type { DoubtsCleared } from "@/lib/capacity/doubts-cleared";
import { formatCount, formatNumber } from "@/lib/format";

/** How quickly homes confirm vacancies that someone found taken. Nothing where none was doubted. */
export function Doubts({ doubts: { doubted, cleared, medianHours } }: { doubts: DoubtsCleared }) {
  if (doubted === 0) return null;
  return (
    <FigureRow label="Vacancies found taken in the last 30 days">
      <Figure
        label="Time from doubt to confirmation"
        value={medianHours === null ? "None confirmed yet" : hoursInWords(medianHours)}
        definition="Half of the homes that confirmed their beds, after someone who searched found one taken, did so more quickly than this."
      />
      <Figure
        label="Confirmed since"
        value={`${formatNumber(cleared)} of ${formatNumber(doubted)}`}
        definition="Statements of beds that someone found out of date, and how many the home has confirmed or changed since."
      />
    </FigureRow>
  );
}

/** "under an hour", "3 hours", "2 days". */
const hoursInWords = (hours: number): string =>
  hours < 1
    ? "under an hour"
    : hours < 48
      ? formatCount("hour", Math.round(hours))
      : formatCount("day", Math.round(hours / 24));
