import { ActionForm, HiddenField, SubmitButton, Tile } from "@/components/ui";
import type { BedSummary } from "@/lib/beds/bed-summaries";
import { formatCount, formatAgo, formatList } from "@/lib/format";
import { countsBeds } from "@/lib/questions/sets";
import type { DueReturn } from "@/lib/returns/queries";
import { confirmStillSo } from "@/app/(dashboard)/beds/[location]/actions";

const several = 3;

/** The homes that have a tile of their own, by id: beds can be updated any day. */
export const homesWithTiles = (returns: readonly DueReturn[]): Map<number, string> =>
  new Map(
    returns
      .filter(({ collection, state }) => countsBeds(collection) && state !== "closed")
      .map((one) => [one.locationId, one.location]),
  );

/** A tile a home, with its vacancies and "still so"; or one for all where there are many. */
export function BedTiles(props: { homes: ReadonlyMap<number, string>; summaries: readonly BedSummary[]; now: Date }) {
  const { homes, summaries, now } = props;
  if (homes.size > several)
    return (
      <Tile title="Update beds" href="/returns#beds">
        Tell hospitals which of your {homes.size} locations have free beds today.
      </Tile>
    );
  return [...homes].map(([id, name]) => {
    const summary = summaries.find(({ locationId }) => locationId === id);
    return (
      <Tile key={id} title={`Update beds: ${name}`} href={`/beds/${id}`} wants={(summary?.doubts ?? 0) > 0}>
        {summary ? (
          <>
            <p>{summaryInWords(summary, now)}</p>
            <ActionForm action={confirmStillSo} className="ct-tile__act">
              <HiddenField name="location" value={id} />
              <HiddenField name="looked" value={summary.updateId} />
              <SubmitButton look="secondary" small pending="Confirming…">
                Still right
                <span className="nhsuk-u-visually-hidden"> at {name}</span>
              </SubmitButton>
            </ActionForm>
          </>
        ) : (
          "Tell hospitals which beds are free today. They look here before they ring."
        )}
      </Tile>
    );
  });
}

/** "2 general residential beds vacant, confirmed 2 days ago." */
function summaryInWords({ vacant, at, doubts }: BedSummary, now: Date): string {
  const free = vacant.map(({ label, beds }) => `${beds} ${label.toLowerCase()}`);
  const doubt =
    doubts === 0
      ? ""
      : ` ${formatCount("organisation", doubts)} found a bed taken since then. Are these figures still right?`;
  return `${free.length === 0 ? "No beds vacant" : `Vacant: ${formatList(free)}`}, confirmed ${formatAgo(at, now)}.${doubt}`;
}
