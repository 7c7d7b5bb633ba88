import { can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { bedSummaries } from "@/lib/beds/bed-summaries";
import { keptByFinder } from "@/lib/capacity/kept";
import type { Month } from "@/lib/london";
import { isMandated } from "@/lib/questions/collections";
import { newsFor } from "@/lib/news/queries";
import { requestsWaitingCount } from "@/lib/registrations/queries";
import { ownAreas } from "@/lib/reports/queries";
import { worklist } from "@/lib/reports/worklist/worklist";
import { dueReturns, windowsNow } from "@/lib/returns/queries";
import { surveysToAnswer } from "@/lib/surveys/queries";
import { seesSurveys } from "@/lib/surveys/results/queries";
import { bedWants, homesOf, severalHomes } from "./bed-wants";
import { everyonesWants, givenWants, newsWants, peopleWants, recordWants, reportsWants } from "./everyones-wants";
import { comparingWants, workbookWants } from "./filer-wants";
import { findingWants } from "./finder-wants";
import { areaWants, chasingWants, totalsWants } from "./overseer-wants";
import { everyReturn, returnWants } from "./return-wants";
import { settingUp } from "./setting-up";
import { surveyWants } from "./survey-wants";
import type { Want } from "./want";

/** What a home page says: the month of the window, and what wants this person, the most urgent first. */
export interface Home {
  month: Month;
  wants: Want[];
  /** They can see no location and no area yet, and can search for nothing. */
  nothingYet: boolean;
}

/** What wants this person now: returns that are due first, then people who wait, then everything else they may do. */
export async function homeOf(user: User, now: Date): Promise<Home> {
  const [returns, waiting, windows, areas, kept, toContact, news, surveys, seen, setUp] = await Promise.all([
    dueReturns(user, now),
    can(user, "decide requests") ? requestsWaitingCount(user, now) : 0,
    windowsNow(now),
    ownAreas(user),
    keptByFinder(user),
    providersWaiting(user, now),
    newsFor(user, now),
    surveysToAnswer(user, now),
    seesSurveys(user, now),
    settingUp(user, now),
  ]);
  const homes = homesOf(returns);
  const summaries = homes.size > severalHomes ? [] : await bedSummaries(user, [...homes.keys()]);
  return {
    month: (windows.current ?? windows.latestOpened).month,
    wants: [
      ...returnWants(returns),
      ...setUp,
      ...surveyWants(surveys, seen),
      ...peopleWants(user, waiting),
      ...findingWants(user, kept),
      ...bedWants(homes, summaries, now),
      ...everyReturn(returns),
      ...workbookWants(user, new Set(returns.map(({ locationId }) => locationId)).size),
      ...comparingWants(user, returns.filter(({ collection }) => isMandated(collection)).length),
      ...chasingWants(user, toContact),
      ...areaWants(user, areas),
      ...totalsWants(user, areas),
      ...givenWants(user),
      ...reportsWants(user),
      ...recordWants(user),
      ...newsWants(news),
      ...everyonesWants(user),
    ],
    nothingYet: user.grants.length === 0 && !can(user, "find capacity") && !can(user, "see sums"),
  };
}

/** How many locations of the providers that someone oversees have not filed; null for areas, which are too many to count here. */
async function providersWaiting(user: User, now: Date): Promise<number | null> {
  if (user.grants.length === 0 || !user.grants.every(({ providerId }) => providerId !== undefined)) return null;
  if (!can(user, "chase locations")) return null;
  return (await worklist(user, null, { ...wholeWorklist, reason: "waiting" }, now)).total;
}

const wholeWorklist = { search: "", assigned: "all", by: "pressing", descending: true, page: 1, size: 1 } as const;
