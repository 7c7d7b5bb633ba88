import { addressWith } from "@/components/tables/address";
import { asUser, type Grant } from "@/lib/access/user";
import type { AccountKind } from "@/lib/access/kinds";
import { now } from "@/lib/clock";
import { db, disconnect } from "@/lib/db";
import { startDemoClock } from "@/lib/demo-clock";
import type { ProvidersWanted } from "@/lib/records/provider-filters";
import { everything, providerList, providersInParts } from "@/lib/records/provider-list";
import { served } from "./national/served";

/**
 * Measures how long the list of providers takes for someone who sees the whole country: each filter, sort and search by
 * itself and together, first and later pages; in the database and as pages over HTTP. Before that, how much memory a
 * download of all of it needs.
 */
const rounds = Number(process.argv[2] ?? 6);
const target_ms = 100;

async function main(): Promise<void> {
  await startDemoClock(now());
  const locations = await db.location.count({ where: { deregisteredOn: null } });
  const national = await someone("national");
  const download = await downloadOf(national);
  const all: { key: string; wanted: ProvidersWanted }[] = await questions();
  const times: number[] = [];
  const slow: Record<string, number> = {};
  for (let round = 0; round <= rounds; round++)
    for (const { key, wanted } of all) {
      const from = performance.now();
      await providerList(national, wanted, now());
      const took = performance.now() - from;
      if (round === 0) continue;
      times.push(took);
      slow[key] = Math.max(slow[key] ?? 0, Math.round(took));
    }
  await disconnect();
  const pages = await served("support", async (ask) => {
    const each: number[] = [];
    for (let round = 0; round <= rounds; round++)
      for (const { wanted } of all) {
        const took = await ask(addressOf(wanted));
        if (round > 0) each.push(took);
      }
    return each.sort((a, b) => a - b);
  });
  times.sort((a, b) => a - b);
  const worst = Object.fromEntries(
    Object.entries(slow)
      .sort(([, a], [, b]) => b - a)
      .slice(0, 6),
  );
  const figures = { locations, asked: times.length, p50_ms: at(times, 0.5), p95_ms: at(times, 0.95), target_ms };
  const page = { page_p50_ms: at(pages, 0.5), page_p95_ms: at(pages, 0.95), page_slowest_ms: at(pages, 1) };
  console.log(JSON.stringify({ name: "provider-list", ...figures, slowest_ms: worst, ...page, ...download }));
}

/** The page that shows this, as its address holds it. */
function addressOf({ by, descending, ...rest }: ProvidersWanted): string {
  return addressWith("/providers", {}, { ...rest, sort: by, direction: descending ? "descending" : null });
}

async function someone(kind: AccountKind) {
  const england = await db.area.findFirstOrThrow({ where: { kind: "country" } });
  const grants: Grant[] = [{ level: "standard", area: { id: england.id, kind: "country" } }];
  const person = { id: 1, name: "Bench", email: "bench@england.example", generic: false, findsCapacity: false };
  return asUser({ ...person, kind, session: "bench", grants });
}

async function questions() {
  const council = await db.area.findFirstOrThrow({ where: { kind: "local_authority", validTo: null } });
  const region = await db.area.findFirstOrThrow({ where: { kind: "nhs_region", validTo: null } });
  const subIcb = await db.area.findFirstOrThrow({ where: { kind: "sub_icb", validTo: null } });
  const place = await db.location.findFirstOrThrow({
    where: { types: { has: "care_home" } },
    include: { provider: true },
  });
  const [word = "care"] = place.name.split(" ");
  const asks: Partial<ProvidersWanted>[] = [
    {},
    ...(["name", "provider", "council", "rating", "beds", "updated"] as const).flatMap((by) => [
      { by },
      { by, descending: true },
    ]),
    ...[{ page: 40 }, { page: 600 }, { size: 100 }],
    ...[
      { search: word },
      { search: place.postcode },
      { search: "house" },
      { search: "care" },
      { search: "zzz" },
      { search: place.registerId },
    ],
    ...[{ parent: "care" }, { parent: place.provider.name }, { ownership: place.provider.ownership ?? "Organisation" }],
    ...[{ region: region.onsCode }, { council: council.onsCode }, { subIcb: subIcb.onsCode }],
    ...[{ type: "care_home" }, { type: "home_care" }, { type: "gp" }],
    ...["on_track", "risk", "notice"].map((compliance) => ({ compliance })),
    ...["week", "month", "older", "never"].map((updated) => ({ updated })),
    { type: "care_home", compliance: "risk", region: region.onsCode, by: "updated", descending: true },
  ];
  return asks.map((ask) => ({ key: JSON.stringify(ask), wanted: { ...everything, ...ask } }));
}

async function downloadOf(user: Awaited<ReturnType<typeof someone>>) {
  let rows = 0;
  const before = process.memoryUsage().rss;
  let most = before;
  const from = performance.now();
  for await (const part of providersInParts(user, everything, now())) {
    rows += part.length;
    most = Math.max(most, process.memoryUsage().rss);
  }
  return {
    download_rows: rows,
    download_s: Math.round((performance.now() - from) / 100) / 10,
    download_megabytes: megabytes(most - before),
    process_megabytes: megabytes(most),
  };
}

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);

const at = (times: readonly number[], share: number): number =>
  Math.round((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN) * 10) / 10;

void main().catch((fault: unknown) => {
  console.error(fault);
  process.exit(1);
});
