import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Numbers that look random and are the same each time: a mutation that breaks something can be made again. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return (state ^ (state >>> 13)) % below;
  };
}

const strange = [
  "<",
  ">",
  "</row>",
  "<row>",
  '"',
  "&",
  "&#0;",
  "<!--",
  "<![CDATA[",
  "\u0000",
  "1e999",
  "-",
  "r=",
  "XFD1048576",
];

/** One of countless files that a workbook may have become: bytes changed or lost, parts spoiled, swapped or gone. */
export function mutated(workbook: Uint8Array, seed: number): Uint8Array {
  const next = numbersFrom(seed);
  const kind = next(8);
  if (kind === 0) return Uint8Array.from(workbook.subarray(0, next(workbook.length)));
  if (kind <= 2) {
    const bytes = Uint8Array.from(workbook);
    for (let times = 1 + next(20); times > 0; times--) bytes[next(bytes.length)] = next(256);
    return bytes;
  }
  const parts = unzipSync(workbook);
  const names = Object.keys(parts);
  const name = names[next(names.length)] ?? "";
  if (kind === 3) return zipSync(Object.fromEntries(Object.entries(parts).filter(([each]) => each !== name)));
  if (kind === 4) return zipSync({ ...parts, [name]: parts[names[next(names.length)] ?? ""] ?? new Uint8Array() });
  let xml = strFromU8(parts[name] ?? new Uint8Array());
  for (let times = 1 + next(10); times > 0; times--) {
    const at = next(xml.length + 1);
    const much = next(kind === 5 ? 2_000 : 20);
    const put =
      kind === 6 ? (strange[next(strange.length)] ?? "") : kind === 7 ? xml.slice(at, at + much).repeat(3) : "";
    xml = xml.slice(0, at) + put + xml.slice(at + much);
  }
  return zipSync({ ...parts, [name]: strToU8(xml) });
}
