import { routePatterns } from "@/tests/browser/crawl";
import type { OwnService } from "@/tests/browser/own-service";
import { roles } from "./roles";
import type { Target } from "./targets";

/** One address, and who may have it. Of those in `apart` nothing is said: what they get depends on more. */
export interface Cell {
  where: string;
  relation: string;
  may: readonly string[];
  apart?: readonly string[];
}

export const everyone: readonly string[] = roles;
export const but = (...left: string[]) => everyone.filter((role) => !left.includes(role));
export const overseers = ["parent", "council", "subicb", "lrf", "region", "national"];
export const finders = ["support", "hospice", "gp", "discharge", "search", ...overseers];
export const filers = ["manager", "approver", "multisite", "homecare", "hospice", "generic"];
export const approvers = ["support", "approver", "homecare", "hospice", "council"];

/** Pages of one person each, by who has them; every other page without a number is everyone's, and /admin support's. */
const fixed: Record<string, readonly string[]> = {
  "/accounts/access/ask": but("support", "generic", "parent", "search", "national", "aggregate"),
  "/accounts/keys": ["approver", "homecare", "hospice"],
  "/accounts/people": approvers,
  "/accounts/people/history": approvers,
  "/accounts/people/download": approvers,
  "/accounts/requests": approvers,
  // Leads on to the page where files are given, which is support's.
  "/admin/imports/upload": everyone,
  "/areas": ["support", ...overseers],
  "/areas/compare": ["support", ...overseers],
  // Without two areas in its address there is nothing to send.
  "/areas/compare/download": [],
  "/areas/worklist": ["support", ...overseers],
  "/areas/worklist/download": ["support", ...overseers],
  "/find": finders,
  "/find/searches": finders,
  "/find/shortlist": finders,
  "/providers": but("search", "aggregate"),
  "/providers/download": but("search", "aggregate"),
  "/surveys": but("search", "aggregate"),
  "/uploads": filers,
  "/uploads/template": filers,
  "/uploads/upload": everyone,
  "/reports": but("gp", "discharge", "search"),
  "/reports/compare": filers,
  "/reports/totals": ["support", "aggregate", ...overseers],
  "/reports/saved": but("gp", "discharge", "search", "aggregate"),
  "/reports/measures": but("gp", "discharge", "search"),
};

/** What an emailed link or a step of a wizard opens, and what answers in its own way: none has a role. */
const withoutRole =
  /^\/(?:outage|abroad|api\/(?:altcha|locations|mail|session|v1)|admin\/windows\/holidays\/file|(?:confirm-address|confirm-beds|forgotten-password|register\/waiting|stop-search|unchanged|help|dev\/mail)\/)/;

/** Every address without a number in it: for no one in particular, for everyone signed in, or for some. */
export function pagesWithoutTarget(): Cell[] {
  return routePatterns()
    .map(({ route }) => route)
    .filter((route) => !route.includes("[") && !withoutRole.test(route))
    .map((route) => ({
      where: route,
      relation: "none",
      may: fixed[route] ?? (/^\/admin(?:\/|$)/.test(route) ? ["support"] : everyone),
    }));
}

/** Is it for those who have signed in alone? */
export const isPrivate = (where: string): boolean =>
  /^\/(?:home|returns|beds|find|providers|areas|reports|accounts|admin|uploads|news|surveys|api\/receipts)(?:\/|$)/.test(
    where,
  );

/** The pages of a place, for each of the places. */
export const pagesOfPlaces = (targets: readonly Target[]): Cell[] =>
  targets.flatMap(({ relation, id, collection, receipt, survey, files, sees }) => {
    const form = `/returns/${id}/${collection}`;
    const exists = relation !== "none";
    const edits = exists ? [...files, "support"] : [];
    const cell = (where: string, may: readonly string[]): Cell => ({ where, relation, may });
    return [
      ...["", "/check", "/nil", "/unchanged"].map((page) => cell(form + page, files)),
      ...["/history", "/history/download", `/receipt/${receipt}`].map((page) => cell(form + page, sees)),
      cell(`/api/receipts/${receipt}/pdf`, sees),
      ...(collection === "care_home" ? [cell(`/beds/${id}`, files), cell(`/beds/${id}/as-found`, sees)] : []),
      cell(`/reports/compare/${id}`, sees),
      cell(`/find/${id}`, exists ? finders : []),
      ...["", "/quality", "/surveys", "/updates", `/surveys/${survey}`].map((page) =>
        cell(`/providers/${id}${page}`, sees),
      ),
      ...["/contacts/new", "/notes/new", "/own-details", "/practices", "/status", "/suitability"].map((page) =>
        cell(`/providers/${id}${page}`, edits),
      ),
      cell(`/providers/${id}/changes`, sees),
      ...["/contacts/99999999", "/notes/99999999"].map((page) => cell(`/providers/${id}${page}`, [])),
      cell(
        `/areas/worklist/${id}`,
        sees.filter((role) => role === "support" || overseers.includes(role)),
      ),
    ];
  });

/** A request for a place that waits, and who approves there. */
export async function requestToDecide(service: OwnService): Promise<{ request: string; deciders: string[] }> {
  const [waiting] = await service.sql<{ id: string }>(
    "select id::text from access_request where decided_at is null and location_id is not null order by id limit 1",
  );
  const request = waiting?.id ?? "0";
  const deciders = await service.sql<{ role: string }>(
    `select split_part(a.email, '@', 1) as role from access_request r join access g on g.location_id = r.location_id
        and g.level = 'approver' and g.ended_at is null join account a on a.id = g.account_id
      where r.id = $1 and a.email like '%@demo.example'`,
    [request],
  );
  return { request, deciders: deciders.map(({ role }) => role) };
}

/** A webhook of a key that the approver made for a place, and their pages: the first time it asks, it makes them. */
async function pagesOfWebhooks(service: OwnService): Promise<Cell[]> {
  const found = () =>
    service.sql<{ key: number; hook: number }>("select key_id as key, id as hook from webhook limit 1");
  if ((await found()).length === 0)
    await service.sql(`
      with actor as materialized (select set_config('capacity.actor', 'matrix', true) as is_set), made as (
        insert into api_key (account_id, made_by_id, label, scopes, location_ids, made_at, expires_at)
        select a.id, a.id, 'Rota Records', '{read}', array[l.id], now() - interval '1 year', now() + interval '10 years'
          from actor, account a, location l where a.email = 'approver@demo.example' and l.name = 'Fernbank House'
        returning id, account_id)
      insert into webhook (key_id, address, events, made_by_id, made_at)
      select id, 'https://records.example/hook', '{return.filed}', account_id, now() from made`);
  const [{ key, hook } = { key: 0, hook: 0 }] = await found();
  const cell = (where: string, relation: string, may: readonly string[]): Cell => ({ where, relation, may });
  return [
    cell(`/accounts/keys/webhooks/${hook}/secret`, "own", ["approver"]),
    cell(`/admin/webhooks/${hook}/secret`, "another's", ["support"]),
    ...["/accounts/keys/webhooks", "/admin/webhooks"].map((of) => cell(`${of}/99999999/secret`, "none", [])),
    ...["", "/end"].flatMap((page) => [
      ...[`/accounts/keys/${key}`, `/accounts/keys/webhooks/${hook}`].map((of) => cell(of + page, "own", ["approver"])),
      ...[`/admin/keys/${key}`, `/admin/webhooks/${hook}`].map((of) => cell(of + page, "another's", ["support"])),
      ...["/accounts/keys", "/accounts/keys/webhooks", "/admin/keys", "/admin/webhooks"].map((of) =>
        cell(`${of}/99999999${page}`, "none", []),
      ),
    ]),
  ];
}

/** The pages of people, requests, areas and what support looks after, one of each that the demo has. */
export async function pagesOfOthers(service: OwnService): Promise<Cell[]> {
  const one = async (sql: string) => (await service.sql<{ id: string }>(`select (${sql})::text as id`))[0]?.id ?? "0";
  const account = (role: string) => one(`select id from account where email = '${role}@demo.example'`);
  const area = (kind: string, name: string) =>
    one(`select ons_code from area where kind = '${kind}' and name = '${name}' and valid_to is null limit 1`);
  const [manager, homecare, council] = [await account("manager"), await account("homecare"), await account("council")];
  const access = await one(`select id from access where account_id = ${manager} and ended_at is null limit 1`);
  const { request, deciders } = await requestToDecide(service);
  const mail = await one("select id from email order by queued_at limit 1");
  const apart = ["support"];
  const ofSupport = [
    `/admin/people/${manager}`,
    ...["/admin/jobs/clean-up", `/admin/mail/${mail}`, "/admin/mail/messages/password-changed"],
    ...["/admin/mail/messages/password-changed/html", "/admin/windows/bed-types/GEN_RES"],
    ...["/admin/windows/collections/care_home", "/admin/windows/questions/care_home"],
    "/admin/windows/accepted/care_home",
  ].map((where): Cell => ({ where, relation: "another's", may: ["support"] }));
  const notThere = [
    ...["/details", "/give", "/merge", "/reopen", "/second-factor", "/sessions"].map(
      (page) => `/admin/people/${manager}${page}`,
    ),
    "/admin/windows/end/season/1",
    ...["/admin/imports/runs/1", "/admin/imports/uploads/1", "/admin/pre-registration/1", "/admin/jobs/none"],
  ].map((where): Cell => ({ where, relation: "another's", may: [], apart }));
  const readers = but("gp", "discharge", "search", "aggregate");
  const ofReports = ["update-monthly-status", "occupancy", "access"].flatMap((report): Cell[] => [
    { where: `/reports/${report}`, relation: "one's own", may: readers },
    { where: `/reports/${report}/download?format=csv`, relation: "one's own", may: readers },
  ]);
  ofReports.push({ where: "/reports/none", relation: "none", may: [] });
  const workbooks = ["/uploads/1", "/uploads/1/file", "/uploads/1/to-put-right"].map((where): Cell => ({
    where,
    relation: "none",
    may: [],
  }));
  const news = (aimed: boolean) =>
    one(`select id from news_item where cardinality(for_areas) ${aimed ? "> 0" : "= 0"} order by id limit 1`);
  const ofNews: Cell[] = [
    { where: `/news/${await news(false)}`, relation: "for those who file", may: [...filers, "support"] },
    {
      where: `/news/${await news(true)}`,
      relation: "for care homes of a council",
      may: ["manager", "approver", "generic", "support"],
      apart: ["multisite"],
    },
    { where: "/news/99999999", relation: "none", may: [] },
    { where: `/admin/news/${await news(false)}`, relation: "another's", may: ["support"] },
  ];
  const survey = await one("select min(id) from survey");
  const results = ["", "/download"].map((page) => `/surveys/${survey}${page}`);
  const ofSurveys: Cell[] = [
    ...results.map((where) => ({ where, relation: "of locations that were asked", may: ["support", ...overseers] })),
    { where: "/surveys/99999999", relation: "none", may: [] },
    ...["", "/audience", "/preview", "/help/intro"].map((page) => ({
      where: `/admin/surveys/${survey}${page}`,
      relation: "another's",
      may: ["support"],
    })),
    ...["/name", "/parts/question"].map((page) => ({
      where: `/admin/surveys/${survey}${page}`,
      relation: "published",
      may: [],
      apart,
    })),
  ];
  const areas: Cell[] = [
    {
      where: `/areas/council/${await area("local_authority", "Oldham")}`,
      relation: "one's own area",
      may: ["council", "lrf", "region", "national", "support"],
    },
    {
      where: `/areas/council/${await area("local_authority", "Rochdale")}`,
      relation: "another area",
      may: ["lrf", "region", "national", "support"],
    },
    {
      where: `/areas/england/${await area("country", "England")}`,
      relation: "the country",
      may: ["national", "support"],
    },
    { where: "/areas/council/E99999999", relation: "none", may: [] },
  ];
  const pair = `area=${await area("local_authority", "Oldham")}&area=${await area("local_authority", "Rochdale")}`;
  const beside = ["", "/download"].map((page): Cell => ({
    where: `/areas/compare${page}?${pair}`,
    relation: "one's own area and another",
    may: ["lrf", "region", "national", "support"],
  }));
  const ofParent = await one(
    "select provider_id from access g join account a on a.id = g.account_id where a.email = 'parent@demo.example'",
  );
  const organisations = [
    { relation: "one's own", id: ofParent, may: ["parent", "national", "support"] },
    {
      relation: "another's",
      id: await one(`select id from provider where id <> ${ofParent} order by id limit 1`),
      may: ["national", "support"],
    },
    { relation: "none", id: "99999999", may: [] },
  ].map(({ id, ...cell }): Cell => ({ where: `/areas/organisation/${id}`, ...cell }));
  const northWest = await area("nhs_region", "North West");
  const totals = [
    {
      where: `council/${await area("local_authority", "Oldham")}`,
      relation: "within one's region",
      may: ["council", "lrf"],
    },
    { where: `region/${northWest}`, relation: "one's own region", may: [] },
    { where: `england/${await area("country", "England")}`, relation: "the country", may: null },
    { where: "council/E99999999", relation: "none", may: undefined },
  ].flatMap(({ where, relation, may }): Cell[] => {
    const wide = may === undefined ? [] : ["national", "support", ...(may ? ["region", "aggregate", ...may] : [])];
    return ["", "/download"].map((page) => ({ where: `/reports/totals/${where}${page}`, relation, may: wide }));
  });
  const ofAreas = "/areas/[kind]/[code]";
  const belowAreas = routePatterns().flatMap(({ route }) =>
    route.startsWith(`${ofAreas}/`) ? [route.slice(ofAreas.length)] : [],
  );
  return [
    ...ofSupport,
    ...ofReports,
    ...notThere,
    ...workbooks,
    ...(await pagesOfWebhooks(service)),
    ...ofNews,
    ...ofSurveys,
    { where: `/accounts/people/${manager}`, relation: "a colleague", may: ["approver", "support"] },
    { where: `/accounts/people/${homecare}`, relation: "another organisation's", may: ["homecare", "support"] },
    { where: `/accounts/people/${council}`, relation: "the council's", may: ["council", "support"] },
    { where: "/accounts/people/99999999", relation: "none", may: [], apart },
    { where: `/accounts/people/${manager}/close`, relation: "a colleague", may: ["approver"], apart },
    { where: `/accounts/people/${homecare}/close`, relation: "another organisation's", may: [], apart },
    { where: `/accounts/people/${manager}/access/${access}/remove`, relation: "a colleague", may: ["approver"], apart },
    { where: `/accounts/access/${access}/leave`, relation: "one's own", may: ["manager"] },
    {
      where: `/accounts/requests/${request}`,
      relation: "of a place",
      may: ["support", ...deciders],
    },
    { where: "/accounts/requests/99999999", relation: "none", may: [] },
    { where: `/accounts/access/waiting/${request}`, relation: "another's", may: [] },
    ...totals,
    ...beside,
    ...organisations,
    ...areas.flatMap((cell) => [cell, ...belowAreas.map((page) => ({ ...cell, where: cell.where + page }))]),
  ];
}
