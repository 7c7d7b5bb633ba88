import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import { addMonths } from "@/lib/london";
import { dashboard } from "@/lib/reports/area-dashboard";
import { areaFamily } from "@/lib/reports/area-family";
import { usualFacts } from "@/lib/reports/beside/peers";
import { peerChoices } from "@/lib/reports/beside/peer-choices";
import { sideBySide } from "@/lib/reports/beside/side-by-side";
import { askingFor } from "@/lib/reports/library/read-criteria";
import { reports } from "@/lib/reports/library/reports";
import { runReport } from "@/lib/reports/library/run-report";
import { measureShown } from "@/lib/reports/measure-page";
import type { SeenArea } from "@/lib/reports/owing";
import { organisationSeenBy } from "@/lib/reports/organisation/organisation";
import { organisationDashboard } from "@/lib/reports/organisation/organisation-dashboard";
import { areaLocations, areaSeenBy } from "@/lib/reports/queries";
import { vacancyAges } from "@/lib/reports/vacancy-ages";
import { worklist } from "@/lib/reports/worklist/worklist";
import { monthFor } from "@/lib/windows/reporting-window";

/** A page of reports: its address, and what its server asks of the database and works out. */
export interface ReportPage {
  key: string;
  path: string;
  load: (now: Date) => Promise<unknown>;
}

const list = { search: "", state: "all", by: "updated", descending: false, page: 1, size: 25 } as const;

/** Every dashboard and report, for someone who sees all of England. */
export async function reportPages(user: User, now: Date): Promise<ReportPage[]> {
  const open = monthFor(now);
  const closed = addMonths(open, -1);
  const of = async (kind: "country" | "nhs_region" | "icb" | "local_authority", name?: string) => {
    const one = await db.area.findFirstOrThrow({
      where: { kind, validTo: null, ...(name && { name }) },
      orderBy: { name: "asc" },
    });
    const area = await areaSeenBy(user, kind, one.onsCode);
    if (!area) throw new Error(`${one.name} is not seen.`);
    return area;
  };
  const [england, region, icb, council] = [
    await of("country"),
    await of("nhs_region", "North West"),
    await of("icb"),
    await of("local_authority", "Birmingham"),
  ];
  const regions = (await areaFamily(user, england, now)).within.find(({ kind }) => kind === "nhs_region")?.areas ?? [];
  const [largest] = await db.$queryRaw<{ id: number }[]>`
    select provider_id as id from location where deregistered_on is null group by 1 order by count(*) desc limit 1`;
  return [
    ...[england, region, icb, council].flatMap((area) => [
      dashboardOf(user, area, "care_home", open),
      dashboardOf(user, area, "care_home", closed),
      dashboardOf(user, area, "home_care", open),
      measureOf(user, area, "occupied_share", closed),
      measureOf(user, area, "occupied_share", open),
      measureOf(user, area, "care_home_responded", open),
    ]),
    besideOf(user, regions, closed),
    besideOf(user, [region, icb, council], open),
    {
      key: "peers of a council",
      path: `/areas/council/${council.code}/peers`,
      load: (at) => peerChoices(user, council, usualFacts, at),
    },
    {
      key: "the largest organisation",
      path: `/areas/organisation/${largest?.id ?? 0}`,
      load: async (at) => {
        const organisation = await organisationSeenBy(user, largest?.id ?? 0);
        if (organisation) await organisationDashboard(user, organisation, "care_home", null, at);
      },
    },
    ...[undefined, region, council].map((area): ReportPage => ({
      key: `worklist of ${area?.name ?? "all"}`,
      path: area ? `${pathOf(area)}/worklist` : "/areas/worklist",
      load: (at) =>
        worklist(
          user,
          area ?? null,
          { search: "", reason: "all", assigned: "all", by: "pressing", descending: true, page: 1, size: 25 },
          at,
        ),
    })),
    ...reports.map((report): ReportPage => ({
      key: `report ${report.key}`,
      path: `/reports/${report.key}`,
      load: async (at) => {
        const asking = await askingFor(user, report, {}, at);
        if (!asking) throw new Error(`${report.key} is not seen.`);
        await runReport(report, asking, {
          ...report.sort,
          descending: report.sort.descending ?? false,
          page: 1,
          size: 50,
        });
      },
    })),
  ];
}

const words: Partial<Record<SeenArea["kind"], string>> = {
  country: "england",
  nhs_region: "region",
  icb: "icb",
  local_authority: "council",
};
const pathOf = ({ kind, code }: SeenArea) => `/areas/${words[kind] ?? ""}/${code}`;

function dashboardOf(user: User, area: SeenArea, collection: "care_home" | "home_care", month: string): ReportPage {
  return {
    key: `${area.name}, ${collection}, ${month}`,
    path: `${pathOf(area)}?collection=${collection}&month=${month}`,
    load: async (at) => {
      const family = await areaFamily(user, area, at);
      const within = family.within[0]?.areas ?? [];
      const shown = await dashboard(user, { area, collection, month, within }, at);
      await Promise.all([
        areaLocations(user, area, collection, shown.window, list, at),
        shown.isLatest && collection === "care_home" ? vacancyAges(user, area, at) : null,
      ]);
    },
  };
}

function measureOf(user: User, area: SeenArea, key: string, month: string): ReportPage {
  return {
    key: `${area.name}, ${key}, ${month}`,
    path: `${pathOf(area)}/measure?of=${key}&month=${month}`,
    load: async (at) => {
      const family = await areaFamily(user, area, at);
      await measureShown(user, { key, area, family, ranked: family.within[0]?.areas ?? [], month }, at);
    },
  };
}

function besideOf(user: User, areas: readonly SeenArea[], month: string): ReportPage {
  return {
    key: `${areas.length} areas side by side, ${month}`,
    path: `/areas/compare?${areas.map(({ code }) => `area=${code}`).join("&")}&month=${month}`,
    load: (at) => sideBySide(user, { areas, collection: "care_home", month, measures: [], spreadOf: undefined }, at),
  };
}
