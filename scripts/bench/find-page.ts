import { now } from "@/lib/clock";
import { disconnect } from "@/lib/db";
import { startDemoClock } from "@/lib/demo-clock";
import { randomSearches } from "./national/random-searches";
import { served } from "./national/served";

/**
 * Measures how long a page of results takes over HTTP in a register of national size, for random positions and filters.
 */
const searches = Number(process.argv[2] ?? 300);
const target_ms = 100;

async function main(): Promise<void> {
  await startDemoClock(now());
  const paths: string[] = [];
  for await (const params of randomSearches()) {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(params))
      for (const one of [value].flat()) if (one) query.append(name, one);
    paths.push(`/find?${query.toString()}`);
    if (paths.length === searches) break;
  }
  const times = await served("search_only", async (ask) => {
    for (const path of paths.slice(0, 30)) await ask(path);
    const each: number[] = [];
    for (const path of paths) each.push(await ask(path));
    return each.sort((a, b) => a - b);
  });
  await disconnect();
  const at = (share: number) =>
    Math.round((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN) * 10) / 10;
  const measured = { p50_ms: at(0.5), p95_ms: at(0.95), slowest_ms: at(1) };
  console.log(JSON.stringify({ name: "find-page", searches, ...measured, target_ms }));
}

void main().catch((fault: unknown) => {
  console.error(fault);
  process.exit(1);
});
