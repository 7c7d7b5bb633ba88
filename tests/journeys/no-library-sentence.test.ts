import { readdirSync } from "node:fs";
import path from "node:path";
import type { z } from "zod";
import { startingBedTypes } from "@/lib/questions/bed-types";
import { checkReturn } from "@/lib/questions/check";
import { type Collection, collectionKeys } from "@/lib/questions/collections";
import { questionSets } from "@/lib/questions/sets";
import { shapeOfAction } from "@/lib/web/action";
import { type PostedText, readForm, tooLongIn } from "@/lib/web/posted-form";

jest.mock("@/lib/web/session", () => ({}));
jest.mock("next/headers", () => ({}));
jest.mock("next/navigation", () => ({}));
jest.mock("next/server", () => ({}));

const root = path.join(__dirname, "../../app");
const files = (readdirSync(root, { recursive: true }) as string[]).filter((file) => /(?:^|\/)actions\.ts$/.test(file));

/** What someone may post in place of what a field asks for: nothing, too long, too many, and of the wrong kind. */
const odd: Record<string, string | string[] | undefined> = {
  "missing altogether": undefined,
  blank: "",
  "too long": "x".repeat(19_999),
  "too many": Array.from({ length: 3_000 }, (_, at) => String(at + 1)),
  "sent twice": ["yes", "no"],
  "a word": "never heard of",
  "less than nought": "-1",
  "not whole": "1.5",
  "greater than any": "1e99",
};

const ofTheLibrary =
  /\b(?:expected|received|invalid|unrecognized|too (?:big|small)|string|array|NaN|undefined|object)\b|[<>]=?\d/i;

async function shapes(): Promise<[name: string, shape: z.ZodType, fields: string[]][]> {
  const found: [string, z.ZodType, string[]][] = [];
  for (const file of files)
    for (const [name, action] of Object.entries((await import(path.join(root, file))) as Record<string, unknown>)) {
      const shape = shapeOfAction(action);
      if (!shape) continue;
      const fields =
        "shape" in shape ? Object.keys(shape.shape as object) : ["nurses_employed", "beds.GEN_RES.occupied"];
      found.push([`${file} ${name}`, shape, fields]);
    }
  return found;
}

test("every field of every action, missing, too long, too many or of the wrong kind, is refused in our own words", async () => {
  const raw: string[] = [];
  let refused = 0;
  for (const [name, shape, fields] of await shapes())
    for (const field of fields)
      for (const [how, value] of Object.entries(odd)) {
        const typed: PostedText = value === undefined ? {} : { [field]: value };
        const read = readForm(shape, typed);
        if (read.ok) continue;
        refused++;
        for (const { message } of read.problems)
          if (ofTheLibrary.test(message) || !/^[A-Z].*\p{L}/u.test(message))
            raw.push(`${name}, ${field} ${how}: ${message}`);
      }
  expect(raw).toEqual([]);
  expect(refused).toBeGreaterThan(500);
});

test("a sentence about a length names its field", async () => {
  const nameless: string[] = [];
  for (const [name, shape, fields] of await shapes())
    for (const field of fields) {
      const read = readForm(shape, { [field]: "x".repeat(19_999) });
      for (const { message } of read.ok ? [] : read.problems)
        if (/characters or fewer/.test(message) && !/^(?:The|Your|Why|What|[A-Z][a-z]+) .*must be/.test(message))
          nameless.push(`${name}: ${message}`);
    }
  expect(nameless).toEqual([]);
  expect(tooLongIn({ nurses_employed: "1".repeat(20_001), jobTitle: "x".repeat(20_001) })).toEqual([
    {
      field: "nurses_employed",
      message: "Registered nurses employed must be 20,000 characters or fewer. You have used 20,001",
    },
    { field: "jobTitle", message: "The job title must be 20,000 characters or fewer. You have used 20,001" },
  ]);
});

test("every answer of every return, blank, too long or of the wrong kind, is asked for in our own words", () => {
  const raw: string[] = [];
  const bedTypes = (collection: Collection) =>
    collection in startingBedTypes ? startingBedTypes[collection as keyof typeof startingBedTypes] : [];
  for (const collection of collectionKeys)
    for (const { key } of questionSets[collection].questions)
      for (const value of Object.values(odd)) {
        const typed = { [key]: [value].flat()[0] ?? "" };
        for (const { message } of checkReturn({ collection, month: "2026-11", bedTypes: bedTypes(collection), typed })
          .problems)
          if (ofTheLibrary.test(message)) raw.push(`${key}: ${message}`);
      }
  expect(raw).toEqual([]);
});
