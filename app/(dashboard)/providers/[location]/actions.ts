"use server";
import { z } from "zod";
import { done, type Outcome } from "@/lib/outcome";
import { newerFields, replacesNewer } from "@/lib/records/edit-record";
import { linkPractice, unlinkPractice } from "@/lib/records/linked-practices";
import { removeNote, saveNote } from "@/lib/records/notes";
import { saveOwnDetails } from "@/lib/records/own-details";
import { removeContact, saveContact } from "@/lib/records/save-contact";
import { saveSuitability } from "@/lib/records/save-suitability";
import { saveStatus, takeBackStatus } from "@/lib/records/status";
import { formAction } from "@/lib/web/action";

const line = z.string().max(5000).default("");
const id = z.coerce.number().int().min(0).max(2_000_000_000);
const newer = Object.fromEntries(newerFields.map((field) => [field, line.optional()]));

const saved = (outcome: Outcome<unknown>, location: number, section: string) =>
  outcome.ok ? done({ to: `/providers/${location}?saved=${section}#${section}` }) : outcome;

const contact = z.strictObject({
  location: id,
  contact: id,
  version: id,
  kind: line,
  ownKind: line,
  name: line,
  organisation: line,
  telephone: line,
  mobile: line,
  email: line,
  address: line,
  public: line,
  meant: line.optional(),
  ...newer,
});

/** Adds a contact to a location's directory, or changes one. */
export const keepContactDetails = formAction(contact, async (user, typed, { now }) => {
  const { location: locationId, public: shown, ...rest } = typed;
  const given = { ...rest, locationId, public: shown === "yes", over: replacesNewer(typed) };
  return saved(await saveContact(user, given, now), locationId, "contacts");
});

/** Removes a contact from a location's directory. */
export const dropContact = formAction(
  z.strictObject({ location: id, contact: id }),
  async (user, { location: locationId, contact: contactId }, { now }) =>
    saved(await removeContact(user, { locationId, contact: contactId }, now), locationId, "contacts"),
);

const note = z.strictObject({ location: id, note: id, text: line, ...newer });

/** Writes a note for people who look for a place, or rewrites one. */
export const keepNote = formAction(note, async (user, typed, { now }) => {
  const { location: locationId, note: noteId, text } = typed;
  const given = { locationId, note: noteId, text, over: replacesNewer(typed) };
  return saved(await saveNote(user, given, now), locationId, "notes");
});

/** Takes a note down. */
export const dropNote = formAction(
  z.strictObject({ location: id, note: id }),
  async (user, { location: locationId, note: noteId }, { now }) =>
    saved(await removeNote(user, { locationId, note: noteId }, now), locationId, "notes"),
);

const details = z.strictObject({
  location: id,
  version: id,
  tradingName: line,
  shortName: line,
  address: line,
  postcode: line,
  website: line,
  ...newer,
});

/** Saves what a location calls itself and where it is written to. */
export const keepOwnDetails = formAction(details, async (user, typed, { now }) => {
  const { location: locationId, ...rest } = typed;
  return saved(await saveOwnDetails(user, { ...rest, locationId, over: replacesNewer(typed) }, now), locationId, "own");
});

const practice = z.strictObject({ location: id, practice: id });
const practicesAt = (outcome: Outcome<unknown>, location: number) =>
  outcome.ok ? done({ to: `/providers/${location}/practices?saved=practices` }) : outcome;

/** Links a general practice to a location. */
export const addPractice = formAction(practice, async (user, { location: locationId, practice: gp }, { now }) =>
  practicesAt(await linkPractice(user, { locationId, practice: gp }, now), locationId),
);

/** Takes a general practice off a location's list. */
export const dropPractice = formAction(practice, async (user, { location: locationId, practice: gp }, { now }) =>
  practicesAt(await unlinkPractice(user, { locationId, practice: gp }, now), locationId),
);

const suitability = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** Says whom a location suits, who may pay, its contracts and prices. */
export const keepSuitability = formAction(suitability, async (user, typed, { now }) => {
  const number = (text: unknown) => (typeof text === "string" && /^\d{1,9}$/.test(text) ? Number(text) : 0);
  const [locationId, looked] = [number(typed.location), number(typed.looked)];
  return saved(
    await saveSuitability(user, { locationId, looked, typed, over: replacesNewer(typed) }, now),
    locationId,
    "funding",
  );
});

const status = z.strictObject({
  location: id,
  looked: id,
  said: line,
  "from.day": line,
  "from.month": line,
  "from.year": line,
  note: line,
  ...newer,
});

/** Records that a location is not active, is closing or is changing hands. */
export const keepStatus = formAction(status, async (user, typed, { now }) => {
  const { location: locationId, looked, said, note: added } = typed;
  const date = { day: typed["from.day"], month: typed["from.month"], year: typed["from.year"] };
  const given = { locationId, looked, said, ...date, note: added, over: replacesNewer(typed) };
  return saved(await saveStatus(user, given, now), locationId, "future");
});

/** Withdraws what a location told us about its future. */
export const dropStatus = formAction(z.strictObject({ location: id }), async (user, { location }, { now }) =>
  saved(await takeBackStatus(user, location, now), location, "future"),
);
