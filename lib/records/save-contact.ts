import type { User } from "@/lib/access/user";
import type { Transaction } from "@/lib/db";
import { done, type Outcome, type Problem, refused } from "@/lib/outcome";
import { problemWithAddress } from "@/lib/outbox/email-address";
import { oddAddress } from "@/lib/outbox/odd-address";
import { isTelephone, notATelephone } from "@/lib/telephone";
import { contactKindOf, locationEmailKind, managerKind } from "./contact-kinds";
import { changedMeanwhile, editRecord } from "./edit-record";
import { stampOf } from "./stamp";
import { tooLong, typedLine, typedLines } from "./typed-line";

/** A contact as someone typed it; `contact` 0 is a new one. */
export interface ContactTyped {
  locationId: number;
  contact: number;
  version: number;
  kind: string;
  ownKind: string;
  name: string;
  organisation: string;
  telephone: string;
  mobile: string;
  email: string;
  address: string;
  public: boolean;
  /** The address that the form was asked about before, since it looked mistyped: right if it is sent again as it is. */
  meant?: string | undefined;
  /** Replaces what a colleague saved after the form was opened. */
  over: boolean;
}

/**
 * Adds a contact to a location's directory, or changes one. A manager needs a name and an email address, since
 * reminders go there; anyone else needs one way to be reached.
 */
export async function saveContact(user: User, typed: ContactTyped, now: Date): Promise<Outcome<null>> {
  const { said, problems } = readContact(typed);
  const { locationId, contact, version, over } = typed;
  const stamp = { updatedAt: now, updatedById: user.id, onBehalfOf: user.onBehalfOf ?? null };
  return editRecord(user, locationId, "saved a contact", now, async (tx) => {
    const stood = contact === 0 ? null : await contactThatStands(tx, locationId, contact);
    const wrong = [...problems, ...oddAddress(said.email ?? "", meantOf(typed, stood?.email), "Save contact")];
    if (wrong.length > 0) return refused(...wrong);
    if (contact === 0) {
      await tx.contact.create({ data: { locationId, ...said, ...stamp } });
      return done(null);
    }
    if (!stood) return refused(removedMeanwhile);
    if (stood.version !== version && !over)
      return refused(changedMeanwhile(stood.stamp ?? { at: now, by: "Someone" }, contactHref(locationId, contact)));
    if (stood.role === managerKind && said.role !== managerKind && (await isOnlyManager(tx, locationId, contact)))
      return refused({ field: "kind", message: lastManager });
    await tx.contact.update({
      where: { id: contact },
      data: { ...said, ...stamp, version: { increment: 1 } },
    });
    return done(null);
  });
}

const meantOf = ({ meant }: ContactTyped, stood: string | null | undefined): string[] =>
  [meant, stood].flatMap((address) => address ?? []);

/** Takes a contact out of the directory. The only manager stays until there is another. */
export const removeContact = (user: User, given: { locationId: number; contact: number }, now: Date) =>
  editRecord(user, given.locationId, "removed a contact", now, async (tx): Promise<Outcome<null>> => {
    const { locationId, contact } = given;
    const stands = await contactThatStands(tx, locationId, contact);
    if (!stands) return done(null);
    if (stands.role === managerKind && (await isOnlyManager(tx, locationId, contact)))
      return refused({ message: lastManager });
    await tx.contact.update({
      where: { id: contact },
      data: { endedAt: now, updatedAt: now, updatedById: user.id, onBehalfOf: user.onBehalfOf ?? null },
    });
    return done(null);
  });

const lastManager = "This is the only manager. Add another manager first, so that reminders still reach someone";
const removedMeanwhile: Problem = {
  message: "Someone removed this contact after you opened it. What you typed is still here: add it as a new contact",
};
const contactHref = (location: number, contact: number) => ({ href: `/providers/${location}/contacts/${contact}` });

async function contactThatStands(tx: Transaction, locationId: number, id: number) {
  const row = await tx.contact.findFirst({
    where: { id, locationId, endedAt: null },
    include: { updatedBy: { select: { fullName: true } } },
  });
  if (!row) return null;
  const { updatedAt, updatedBy, onBehalfOf } = row;
  return { ...row, stamp: updatedAt && updatedBy ? stampOf(updatedAt, updatedBy, onBehalfOf) : null };
}

const isOnlyManager = async (tx: Transaction, locationId: number, id: number) =>
  (await tx.contact.count({ where: { locationId, role: managerKind, endedAt: null, id: { not: id } } })) === 0;

function readContact(typed: ContactTyped) {
  const role = contactKindOf(typed.kind === "own" ? typed.ownKind : typed.kind);
  const said = {
    role,
    name: typedLine(typed.name),
    organisation: typedLine(typed.organisation),
    telephone: typedLine(typed.telephone),
    mobile: typedLine(typed.mobile),
    email: typedLine(typed.email),
    address: typedLines(typed.address),
    public: typed.public,
  };
  const problems = [
    ...kindProblems(typed, role),
    ...tooLong("name", "The name", said.name, 200),
    ...tooLong("organisation", "The organisation", said.organisation, 200),
    ...(["telephone", "mobile"] as const).flatMap((field): Problem[] => {
      const number = said[field];
      return number !== null && !isTelephone(number) ? [{ field, message: notATelephone }] : [];
    }),
    ...emailProblems(said.email),
    ...tooLong("address", "The address", said.address, 500),
    ...leastProblems(said),
  ];
  return { said, problems };
}

function kindProblems({ kind }: ContactTyped, role: string): Problem[] {
  if (kind === "") return [{ field: "kind", message: "Select what kind of contact this is" }];
  if (role === "") return [{ field: "ownKind", message: "Enter what kind of contact this is, such as Plumber" }];
  return tooLong("ownKind", "The kind of contact", role, 100);
}

function emailProblems(email: string | null): Problem[] {
  const problem = email === null ? null : problemWithAddress(email);
  return problem === null ? [] : [{ field: "email", message: problem }];
}

interface Said {
  role: string;
  name: string | null;
  organisation: string | null;
  telephone: string | null;
  mobile: string | null;
  email: string | null;
}

function leastProblems({ role, name, organisation, telephone, mobile, email }: Said): Problem[] {
  if (role === "") return [];
  const problems: Problem[] = [];
  if (role === managerKind && name === null) problems.push({ field: "name", message: "Enter the manager’s name" });
  if (role === managerKind && email === null)
    problems.push({ field: "email", message: "Enter the manager’s email address: reminders about returns go to it" });
  if (role === locationEmailKind && email === null)
    problems.push({ field: "email", message: "Enter the location’s email address" });
  if (role === managerKind || role === locationEmailKind) return problems;
  if (name === null && organisation === null)
    problems.push({ field: "name", message: "Enter a name or an organisation" });
  if (telephone === null && mobile === null && email === null)
    problems.push({ field: "telephone", message: "Enter a telephone number or an email address" });
  return problems;
}
