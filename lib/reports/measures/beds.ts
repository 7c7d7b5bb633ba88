import { Prisma } from "@/lib/db";
import { type BedType, meaningOf } from "@/lib/questions/beds";
import { type Measure, returnsOf, selfReported } from "./measure";

const once = "Beds that CQC has registered to two providers at one place count once.";
const capacity = { words: "Maximum capacity of the homes that responded", of: Prisma.sql`f.capacity` };
const vacant = Prisma.sql`(f.capacity - f.occupied - f.accepting)`;

const base = {
  group: "beds",
  collection: "care_home",
  source: returnsOf.home,
  limits: `${selfReported} ${once}`,
} as const;

/** Beds of care homes. Source of the shares: official statistics on adult social care providers. */
export const bedMeasures: readonly Measure[] = [
  {
    ...base,
    key: "occupied_share",
    label: "Occupied",
    definition: "Occupied beds as a share of maximum capacity, in the homes that responded.",
    unit: "percent",
    numerator: { words: "Occupied beds", of: Prisma.sql`f.occupied` },
    denominator: capacity,
    official: true,
  },
  {
    ...base,
    key: "admittable_share",
    label: "Vacant, admittable",
    definition: "Beds that are vacant and accepting admissions, as a share of maximum capacity.",
    unit: "percent",
    numerator: { words: "Vacant beds accepting admissions", of: Prisma.sql`f.accepting` },
    denominator: capacity,
    official: true,
  },
  {
    ...base,
    key: "non_admittable_share",
    label: "Vacant, not admittable",
    definition: "Vacant beds that are reserved or cannot be filled, as a share of maximum capacity.",
    unit: "percent",
    numerator: { words: "Vacant beds that are reserved or not available", of: vacant },
    denominator: capacity,
    official: true,
  },
  {
    ...base,
    key: "residents",
    label: "Residents",
    definition: "People living in the homes that responded: their occupied beds.",
    unit: "count",
    numerator: { words: "Occupied beds", of: Prisma.sql`f.occupied` },
    official: true,
  },
  {
    ...base,
    key: "beds",
    label: "Beds",
    definition: "Maximum capacity of the homes that responded.",
    unit: "count",
    numerator: { words: "Maximum capacity", of: Prisma.sql`f.capacity` },
  },
  {
    ...base,
    key: "beds_accepting",
    label: "Beds accepting admissions",
    definition: "Vacant beds that could be offered to someone when the return was filed.",
    unit: "count",
    numerator: { words: "Vacant beds accepting admissions", of: Prisma.sql`f.accepting` },
  },
  {
    ...base,
    key: "beds_reserved",
    label: "Beds reserved",
    definition: "Vacant beds that are kept for someone.",
    unit: "count",
    numerator: { words: "Vacant beds that are reserved", of: Prisma.sql`f.reserved` },
  },
  {
    ...base,
    key: "beds_unavailable",
    label: "Beds not available",
    definition: "Vacant beds that are neither accepting admissions nor reserved.",
    unit: "count",
    numerator: { words: "Vacant beds that cannot be filled", of: Prisma.sql`(${vacant} - f.reserved)` },
  },
];

const ofType = (type: string, column: number) => Prisma.sql`(f.by_type -> ${type}::text ->> ${column}::int)::int`;

type DescribedType = Pick<BedType, "key" | "label" | "definition" | "example">;

/** The same for beds of one type, as support's list of bed types has it: capacity, share occupied, accepting. What counts as such a bed is said with each. */
export const measuresOfBedType = ({ key, label, ...said }: DescribedType): Measure[] => [
  {
    ...base,
    key: `beds:${key}`,
    label,
    definition: `${label}: maximum capacity of the homes that responded. ${meaningOf(said)}`.trim(),
    unit: "count",
    numerator: { words: `${label} beds`, of: ofType(key, 0) },
  },
  {
    ...base,
    key: `occupied_share:${key}`,
    label: `${label}, occupied`,
    definition: `${label}: occupied beds as a share of maximum capacity.`,
    limits: `${meaningOf(said)} ${base.limits}`.trim(),
    unit: "percent",
    numerator: { words: `Occupied ${label} beds`, of: ofType(key, 1) },
    denominator: { words: `Maximum capacity of ${label} beds`, of: ofType(key, 0) },
  },
  {
    ...base,
    key: `beds_accepting:${key}`,
    label: `${label}, accepting`,
    definition: `${label}: vacant beds that could be offered to someone when the return was filed.`,
    limits: `${meaningOf(said)} ${base.limits}`.trim(),
    unit: "count",
    numerator: { words: `${label} beds accepting admissions`, of: ofType(key, 2) },
  },
];
