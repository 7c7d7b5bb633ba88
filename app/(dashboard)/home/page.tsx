import { InsetText, Page, Tile, Tiles } from "@/components/ui";
import { can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { bedSummaries } from "@/lib/beds/bed-summaries";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { formatCount, formatMonth } from "@/lib/format";
import { requestsWaitingCount } from "@/lib/registrations/queries";
import { dueReturns, windowsNow } from "@/lib/returns/queries";
import { ownAreas } from "@/lib/reports/queries";
import { currentUser } from "@/lib/web/session";
import { areaHref } from "@/app/(dashboard)/areas/address";
import { AdminTiles } from "./admin-tiles";
import { BedTiles, homesWithTiles } from "./bed-tiles";
import { EveryReturnTile, ReturnTiles } from "./return-tiles";

/** What wants me now: returns that are due first, then people who wait, then everything else I may do. */
export default async function HomePage() {
  const user = await currentUser();
  const time = now();
  const [returns, waiting, windows, areas] = await Promise.all([
    dueReturns(user, time),
    can(user, "decide requests") ? requestsWaitingCount(user, time) : 0,
    windowsNow(time),
    ownAreas(user),
  ]);
  const homes = homesWithTiles(returns);
  const summaries = await bedSummaries(user, [...homes.keys()].slice(0, 3));
  const window = windows.current ?? windows.latestOpened;
  return (
    <Page
      heading={`Hello, ${user.onBehalfOf ?? user.name}`}
      title="Home"
      caption={formatMonth(window.month)}
      width="wide"
    >
      {nothingYet(user, returns.length) && (
        <InsetText>
          <p>
            You do not have access to any locations or areas yet. We will email you when your request is decided. You
            can ask for access under <a href="/accounts/access">My access</a>.
          </p>
        </InsetText>
      )}
      <Tiles>
        <ReturnTiles returns={returns} />
        {can(user, "decide requests") && (
          <Tile
            title="People awaiting approval"
            href={user.kind === "support" ? "/admin/registrations?whose=ours" : "/accounts/requests"}
            figure={waiting}
            wants={waiting > 0}
            done={waiting === 0}
          >
            {waiting === 0
              ? "No one is waiting."
              : `Decide whether they should have access. They were told that this normally takes ${formatCount("hour", env().REGISTRATION_WAITING_HOURS)}.`}
          </Tile>
        )}
        {can(user, "find capacity") && (
          <Tile title="Find a bed or home care" href="/find">
            Free places near a postcode, in a town or in a council’s area, and who to ring.
          </Tile>
        )}
        <BedTiles homes={homes} summaries={summaries} now={time} />
        <EveryReturnTile returns={returns} />
        {can(user, "see sums") &&
          user.kind !== "aggregate_only" &&
          user.kind !== "support" &&
          areas.slice(0, 6).map((area) => (
            <Tile key={area.code} title={area.name} href={areaHref(area)}>
              See who has filed this month, how full services are, and when each location last updated.
            </Tile>
          ))}
        {user.kind === "support" && <AdminTiles />}
        <Tile title="My account" href="/accounts">
          Your details, access, password and where you are signed in.
        </Tile>
        <Tile title="Reporting windows" href="/windows">
          When each window opens and closes, and why. Add the dates to your own calendar.
        </Tile>
        <Tile title="Help" href="/help">
          Answers to common questions, and who to contact.
        </Tile>
      </Tiles>
    </Page>
  );
}

const nothingYet = (user: User, returns: number) =>
  returns === 0 && user.grants.length === 0 && !can(user, "find capacity") && user.kind !== "aggregate_only";
