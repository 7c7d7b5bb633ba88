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
        definition="How long homes take to confirm their beds after someone finds one taken. Half were quicker than this."
      />
      <Figure
        label="Confirmed since"
        value={`${formatNumber(cleared)} of ${formatNumber(doubted)}`}
        definition="How many times someone found a home’s beds out of date, and how often the home has confirmed or changed them since."
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
