import { isCollection, type Collection } from "@/lib/questions/collections";
import { setOf } from "@/lib/questions/sets";

/** The fields of a return's form that are not answers. */
export const formField = {
  location: "form.location",
  collection: "form.collection",
  key: "form.key",
  shown: "form.window",
  draft: "form.draft",
  standing: "form.standing",
  looked: "form.looked",
  press: "form.press",
} as const;

/** A return's form as it was posted, taken apart. */
export interface PostedForm {
  locationId: number;
  collection: Collection;
  idempotencyKey: string;
  shown: string | undefined;
  draftVersion: number;
  standing: string | undefined;
  looked: string;
  press: string;
  /** Everything that was typed, and the warnings accepted. */
  typed: Record<string, string>;
}

const mostFields = 500;
const longestText = 5_000;

/** Reads a posted form; null if it names no collection or has a field that our forms do not have. */
export function postedForm(posted: Readonly<Record<string, string>>): PostedForm | null {
  const collection = posted[formField.collection] ?? "";
  if (!isCollection(collection)) return null;
  const asked = fieldsOf(collection);
  if (Object.keys(posted).some((name) => !ofTheForm.has(name) && !asked(name))) return null;
  return {
    locationId: whole(posted[formField.location]),
    collection,
    idempotencyKey: posted[formField.key] ?? "",
    shown: posted[formField.shown],
    draftVersion: whole(posted[formField.draft]),
    standing: posted[formField.standing],
    looked: posted[formField.looked] ?? "",
    press: posted[formField.press] ?? "",
    typed: typedIn(collection, posted),
  };
}

const ofTheForm = new Set<string>([...Object.values(formField), "reason", "note"]);

/** Beds by type, and what a warning asked, was shown, ticked and explained by. */
const besideAnswers =
  /^(?:beds\.(?:open|[A-Za-z0-9_]{1,60}\.(?:capacity|occupied|reserved|accepting|open))|(?:asked|tick|accept|reason)\.[^]{1,200})$/;

/** Is a field one that a collection's form may have? */
export function fieldsOf(collection: Collection): (name: string) => boolean {
  const keys = keysOf.get(collection) ?? new Set<string>(setOf(collection).questions.map(({ key }) => key));
  keysOf.set(collection, keys);
  return (name) => keys.has(name) || besideAnswers.test(name);
}

const keysOf = new Map<Collection, ReadonlySet<string>>();

/** What was typed into a collection's form. */
export function typedIn(collection: Collection, posted: Readonly<Record<string, string>>): Record<string, string> {
  const asked = fieldsOf(collection);
  const typed = Object.entries(posted).filter(([name]) => asked(name) && !/^(?:asked|tick)\./.test(name));
  return Object.fromEntries(typed.slice(0, mostFields).map(([name, text]) => [kept(name), kept(text)]));
}

/** The database cannot store NUL, and no one types it. */
const kept = (text: string): string => text.slice(0, longestText).replaceAll("\u0000", "");

const whole = (text = ""): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0);
