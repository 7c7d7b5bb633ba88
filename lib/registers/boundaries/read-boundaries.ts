import { readFile, stat } from "node:fs/promises";
import type { Feature, GeoJSON } from "geojson";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import type { SourceFile } from "@/lib/sheets/source-file";
import { unreadableFile } from "@/lib/sheets/unreadable";
import { compact, type CodedShape, type Geometry } from "./topology";

/** An area of England in a file of boundaries. */
export interface BoundaryInFile extends CodedShape {
  name: string;
}

const mostMegabytes = 32;

/**
 * The areas of England in a TopoJSON or GeoJSON file, in degrees, by their ONS codes. `leftOut` is called for anything
 * without an English code or without a shape.
 */
export async function readBoundaries(
  file: SourceFile,
  leftOut: (why: string, what: string) => void,
): Promise<BoundaryInFile[]> {
  const refuse = (what: string) => unreadableFile({ file: file.name }, what);
  if ((await stat(file.path)).size > mostMegabytes * 2 ** 20)
    throw refuse(`it is larger than ${mostMegabytes} MB: choose the publisher's generalised boundaries (BUC or BSC).`);
  const features = featuresOf(parsed(await readFile(file.path, "utf8")));
  if (!features) throw refuse("this is neither TopoJSON nor GeoJSON.");
  const found = new Map<string, BoundaryInFile>();
  for (const each of features) {
    const { code, name } = calledBy(each);
    if (code === undefined) leftOut("without an ONS code", name);
    else if (!code.startsWith("E")) leftOut("not in England", name);
    else if (each.geometry.type !== "Polygon" && each.geometry.type !== "MultiPolygon")
      leftOut("without a shape", name);
    else if (found.has(code)) throw refuse(`${code} appears in it twice.`);
    else found.set(code, { code, name, geometry: inEngland(each.geometry, () => refuse(notDegrees(name))) });
  }
  if (found.size === 0) throw refuse("there is no area of England with an ONS code in it, such as E08000004.");
  return [...found.values()];
}

const notDegrees = (name: string) =>
  `${name} is not in England. Download the boundaries in degrees (WGS84, EPSG:4326), not in metres.`;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

type Drawn = Feature<NonNullable<Feature["geometry"]>>;

function featuresOf(json: unknown): Drawn[] | null {
  if (typeof json !== "object" || json === null || !("type" in json)) return null;
  try {
    const whole = json as GeoJSON | Topology;
    const collections =
      whole.type === "Topology" ? Object.values(whole.objects).map((each) => feature(whole, each)) : [whole];
    return collections
      .flatMap((each) => (each.type === "FeatureCollection" ? each.features : each.type === "Feature" ? [each] : []))
      .map((each) => ({ ...each, geometry: (each.geometry as Drawn["geometry"] | null) ?? nothing }));
  } catch {
    return null;
  }
}

const nothing = { type: "GeometryCollection", geometries: [] } as const satisfies Drawn["geometry"];

const isCode = (value: unknown): value is string => typeof value === "string" && /^[EWSNK]\d{8}$/.test(value);

/** ONS names its columns by kind and year: `CTYUA24CD` with `CTYUA24NM`. */
function calledBy({ id, properties }: Drawn): { code: string | undefined; name: string } {
  const said: [string, unknown][] = Object.entries(properties ?? {});
  const [heading, code] = said.find(([, value]) => isCode(value)) ?? ["", undefined];
  const own = said.find(([key]) => key === heading.replace(/CD$/i, "NM"))?.[1];
  const named: unknown = own !== code && own ? own : said.find(([key]) => /^name$|NM$/i.test(key))?.[1];
  const known = isCode(id) ? id : (code as string | undefined);
  return { code: known, name: typeof named === "string" && named ? named : (known ?? "an area without a name") };
}

function inEngland(geometry: Geometry, refusal: () => Error): Geometry {
  const compacted = compact(geometry);
  const points = (compacted.type === "Polygon" ? [compacted.coordinates] : compacted.coordinates).flat(2);
  const there = ([x = NaN, y = NaN]: number[]) => x > -7 && x < 2.5 && y > 49 && y < 56.5;
  if (points.length === 0 || !points.every(there)) throw refusal();
  return compacted;
}
