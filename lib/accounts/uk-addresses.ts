import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ipNumber } from "./ip-address";

type Ranges = { from: bigint[]; to: bigint[] };

let uk: Record<4 | 6, Ranges> | undefined;

/** Is this address registered in the United Kingdom? By a table that comes with the service; read once, at first use. */
export function isInUk(address: string): boolean {
  const asked = ipNumber(address);
  if (!asked) return false;
  uk ??= { 4: rangesOf("ipv4"), 6: rangesOf("ipv6") };
  const { from, to } = uk[asked.family];
  let [low, high] = [0, from.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((from[middle] ?? 0n) <= asked.number) low = middle + 1;
    else high = middle;
  }
  return low > 0 && asked.number <= (to[low - 1] ?? -1n);
}

/** The package's table of one family: "first,last,country", in order. Data by the regional registries, CC0. */
function rangesOf(family: "ipv4" | "ipv6"): Ranges {
  const folder = join(process.cwd(), "node_modules/@ip-location-db/geo-whois-asn-country");
  const table = readFileSync(join(folder, `geo-whois-asn-country-${family}-num.csv`), "latin1");
  const ranges: Ranges = { from: [], to: [] };
  for (const [, from = "", to = ""] of table.matchAll(/^(\d+),(\d+),GB\r?$/gm)) {
    ranges.from.push(BigInt(from));
    ranges.to.push(BigInt(to));
  }
  return ranges;
}
