"use server";
import { z } from "zod";
import { done, type Outcome } from "@/lib/outcome";
import { newerFields, replacesNewer } from "@/lib/records/edit-record";
import { removeContact, saveContact } from "@/lib/records/save-contact";
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
