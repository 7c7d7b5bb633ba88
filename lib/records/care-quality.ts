import { locationsVisibleTo } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import type { Day } from "@/lib/london";
import { type RecordPlace, recordPlace } from "./record-place";

/** What CQC rates: the whole, then its five questions in their order. */
export const rated = ["Overall", "Safe", "Effective", "Caring", "Responsive", "Well-led"] as const;

/** One rating by CQC; null is "unknown". */
export interface CqcRated {
  domain: string;
  rating: string | null;
  on: Day | null;
}

/** A rating in PAMMS, and where its report is. */
export interface PammsRated {
  id: number;
  rating: string;
  on: Day;
  reportUri: string | null;
  /** Who entered it, or the file it was imported from. */
  from: { by: string } | { file: string };
  at: Date;
}

/** How good CQC and councils find a location. */
export interface CareQuality {
  place: RecordPlace;
  registerId: string;
  /** Overall and the five questions, all six whether known or not. */
  current: CqcRated[];
  /** Newest first. */
  earlier: CqcRated[];
  /** Whether the rating was given under an earlier provider; null is not known. */
  inherited: boolean | null;
  reportUri: string | null;
  reportedOn: Day | null;
  /** Newest assessment first. */
  pamms: PammsRated[];
}

const day = (at: Date | null): Day | null => at?.toISOString().slice(0, 10) ?? null;

/** The ratings of a location, or null: what someone may not see is not found. */
export async function careQuality(user: User, id: number, now: Date): Promise<CareQuality | null> {
  const [place, row] = await Promise.all([
    recordPlace(user, id, now),
    db.location.findFirst({
      where: { AND: [{ id }, locationsVisibleTo(user)] },
      select: {
        registerId: true,
        overallRating: true,
        ratedOn: true,
        ratingInherited: true,
        reportUri: true,
        ratings: { orderBy: [{ reportedOn: { sort: "desc", nulls: "last" } }, { id: "asc" }] },
        pammsRatings: {
          where: { endedAt: null },
          orderBy: [{ assessedOn: "desc" }, { id: "desc" }],
          include: { by: { select: { fullName: true } } },
        },
      },
    }),
  ]);
  if (!place || !row) return null;
  const overall = { rating: row.overallRating, reportedOn: row.ratedOn };
  const current = rated.map((domain): CqcRated => {
    const given = row.ratings.find((one) => one.current && one.domain === domain);
    const { rating, reportedOn } = given ?? (domain === "Overall" ? overall : { rating: null, reportedOn: null });
    return { domain, rating, on: day(reportedOn) };
  });
  return {
    place,
    registerId: row.registerId,
    current,
    earlier: row.ratings
      .filter((one) => !one.current)
      .map(({ domain, rating, reportedOn }) => ({ domain, rating, on: day(reportedOn) })),
    inherited: row.ratingInherited,
    reportUri: row.reportUri,
    reportedOn: day(row.ratedOn) ?? current[0]?.on ?? null,
    pamms: row.pammsRatings.map(({ id: rowId, rating, assessedOn, reportUri, fileName, by, at }) => ({
      id: rowId,
      rating,
      on: day(assessedOn) ?? "",
      reportUri,
      from: by ? { by: by.fullName } : { file: fileName ?? "" },
      at,
    })),
  };
}
