import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { EmptyState, InsetText, Page } from "@/components/ui";
import { now } from "@/lib/clock";
import { formatDateTime, formatMonth } from "@/lib/format";
import { type Collection, isMandated, mandatedCollections } from "@/lib/questions/collections";
import { countsBeds } from "@/lib/questions/sets";
import { type DueReturn, dueReturns, type StandingNow, standingsSeenBy, windowsNow } from "@/lib/returns/queries";
import { type ReportingWindow, windowSentence } from "@/lib/windows/reporting-window";
import { currentUser } from "@/lib/web/session";
import { ReturnsTable } from "./returns-table";

/** What is due, for which location, by when; then what may be updated any day. */
export default async function ReturnsPage() {
  const user = await currentUser();
  const time = now();
  const [returns, windows, ...standings] = await Promise.all([
    dueReturns(user, time),
    windowsNow(time),
    ...mandatedCollections.map(
      async (collection) => [collection, await standingsSeenBy(user, collection, time)] as const,
    ),
  ]);
  const standingOf = new Map<Collection, ReadonlyMap<number, StandingNow>>(standings);
  const window = windows.current ?? windows.latestOpened;
  const monthly = returns.filter(({ collection }) => isMandated(collection)).toSorted((a, b) => rank(a) - rank(b));
  const anyDay = returns.filter(({ collection }) => !isMandated(collection));
  const homes = new Map(
    returns
      .filter(({ collection, state }) => countsBeds(collection) && state !== "closed")
      .map((r) => [r.locationId, r.location]),
  );
  return (
    <Page
      heading="Returns"
      summary={`${formatMonth(window.month)} window. ${whenItCloses(monthly, window, time)}. As of ${formatDateTime(time)}.`}
      width="wide"
      back="/home"
    >
      <HowTo of="returns" />
      {returns.length === 0 && (
        <EmptyState heading="You have no returns to file" action={{ href: "/accounts", label: "See your access" }}>
          <p>Returns for the locations you have access to will be listed here.</p>
        </EmptyState>
      )}
      <AfterTheWindow returns={monthly} />
      {monthly.length > 0 && (
        <ReturnsTable
          files
          caption={`Returns for ${formatMonth(window.month)}`}
          returns={monthly}
          time={time}
          standing={({ collection, locationId }) => standingOf.get(collection)?.get(locationId)}
        />
      )}
      {homes.size > 0 && (
        <>
          <h2 className="nhsuk-heading-m" id="beds">
            Beds
          </h2>
          <ul className="nhsuk-list">
            {[...homes].map(([id, name]) => (
              <li key={id}>
                <Link href={`/beds/${id}`}>Update the beds of {name}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {anyDay.length > 0 && <ReturnsTable files caption="Updates you can send any day" returns={anyDay} time={time} />}
    </Page>
  );
}

/** One date: that of these locations, which support may have extended. Where they differ, each row says its own. */
function whenItCloses(returns: readonly DueReturn[], window: ReportingWindow, time: Date): string {
  const own = new Map(returns.filter(({ state }) => state !== "closed").map((r) => [r.window.lastDay, r.window]));
  const [only = window] = own.values();
  return own.size > 1 ? "The last day differs between your locations: see each below" : windowSentence(only, time);
}

/** What can still be done once a window has closed: for those that missed it, and for those that filed in time. */
function AfterTheWindow({ returns }: { returns: readonly DueReturn[] }) {
  const closed = returns.filter(({ open, state }) => !open && state !== "closed" && state !== "not due");
  const missed = closed.filter(({ state }) => state === "missed");
  const [first] = missed;
  if (closed.length === 0) return null;
  return (
    <InsetText>
      {first ? (
        <>
          {missed.length === 1 ? "1 return was missed" : `${missed.length} returns were missed`}. You can still{" "}
          <Link href={first.href}>
            send a late update{missed.length > 1 ? `, beginning with ${first.location}` : ` for ${first.location}`}
          </Link>
          . It will not count for the window, but people planning care need your figures.
        </>
      ) : closed.every(({ state }) => state === "filed" || state === "nil") ? (
        "You filed in time. If something has changed since, you can send an extra update: your return still counts."
      ) : (
        "The window has closed. We keep and show what you send now."
      )}
    </InsetText>
  );
}

const order = ["due", "missed", "late update", "not due", "filed", "nil", "any day", "closed"];
const rank = ({ state }: DueReturn) => order.indexOf(state);
