import { Prisma } from "@/lib/db";
import { type Collection, type MandatedCollection, mandatedCollections } from "@/lib/questions/collections";
import type { Measure } from "./measure";

const owed = (collection: Collection) => (collection === "care_home" ? "care home" : "home care");
const windows = "CQC's register says which locations owe the return; our own records say when each filed.";
const late =
  "Only returns filed inside the window count. A location that CQC registers or closes during the window does not owe it.";

const ofCollection = (collection: MandatedCollection): Measure[] => [
  {
    key: `${collection}_responded`,
    label: "Responded",
    definition: `The share of locations owing a ${owed(collection)} return that filed one, or a nil return, inside the window.`,
    unit: "percent",
    group: "response",
    collection,
    numerator: {
      words: "Locations that filed a return or a nil return inside the window",
      of: Prisma.sql`f.filed::int`,
    },
    denominator: { words: "Locations that owe the return", of: Prisma.sql`1` },
    ofAllDue: true,
    official: true,
    source: windows,
    limits: late,
  },
  {
    key: `${collection}_nil`,
    label: "Nil returns",
    definition: "Locations that filed a nil return: they have no service to report on.",
    unit: "count",
    group: "response",
    collection,
    numerator: { words: "Locations that filed a nil return", of: Prisma.sql`f.nil::int` },
    ofAllDue: true,
    source: windows,
    limits: late,
  },
  {
    key: `${collection}_not_filed`,
    label: "Not filed",
    definition:
      "Locations that have filed neither a return nor a nil return inside the window, including excused ones.",
    unit: "count",
    group: "response",
    collection,
    numerator: { words: "Locations that did not file inside the window", of: Prisma.sql`(not f.filed)::int` },
    ofAllDue: true,
    source: windows,
    limits: `${late} While a window is open, those that have yet to file count.`,
  },
  {
    key: `${collection}_not_filed_excused`,
    label: "Not filed, excused",
    definition:
      "Of the locations that have not filed, those that the NHS Business Services Authority excused. Their window stays missed.",
    unit: "count",
    group: "response",
    collection,
    numerator: {
      words: "Locations that did not file and were excused",
      of: Prisma.sql`(not f.filed and f.excused)::int`,
    },
    ofAllDue: true,
    source: "Our own records say when each filed; the support team records each excuse with its reason.",
    limits: "An excuse recorded more than two windows later is shown in reports but not in an area’s trend.",
  },
  {
    key: `${collection}_at_risk`,
    label: "At risk",
    definition: "The share of locations that missed their last 2 windows, or that have reached the notice threshold.",
    unit: "percent",
    group: "response",
    collection,
    numerator: { words: "Locations at risk or at the notice threshold", of: Prisma.sql`f.at_risk::int` },
    denominator: { words: "Locations that owe the return", of: Prisma.sql`1` },
    ofAllDue: true,
    standing: true,
    source: windows,
    limits: "A window that is still open counts once a return was filed in it.",
  },
  {
    key: `${collection}_notice`,
    label: "Notice threshold reached",
    definition: "The share of locations that missed their last 3 windows, or any 4 of the last 12.",
    unit: "percent",
    group: "response",
    collection,
    numerator: { words: "Locations at the notice threshold", of: Prisma.sql`f.at_threshold::int` },
    denominator: { words: "Locations that owe the return", of: Prisma.sql`1` },
    ofAllDue: true,
    standing: true,
    source: windows,
    limits:
      "It is the published trigger for a notice of intent. The NHS Business Services Authority decides whether to send one.",
  },
];

export const responseMeasures: readonly Measure[] = mandatedCollections.flatMap(ofCollection);
