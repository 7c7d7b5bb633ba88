import { randomBytes } from "node:crypto";
import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { whoAskedFor } from "@/lib/accounts/session-user";
import { db, transact } from "@/lib/db";
import { done, type Outcome, type Problem, refused } from "@/lib/outcome";
import { derivedSecret, hashSecret } from "@/lib/tokens";
import { reachOfKeys } from "./key-holder";
import { isKeyScope, keyDays, keyPrefix, type KeyScope } from "./key-scopes";

/** What the form for a new key asks. `email`: whose access it uses, where support makes it. */
export interface KeyAsked {
  label: string;
  scopes: readonly string[];
  locations: readonly number[];
  /** For all that the person approves for, as it changes: only for who approves for a whole organisation. */
  whole?: boolean;
  days: string;
  email?: string;
}

const longest = 80;
const most = 20;

/** The key that a nonce stands for: only the page that shows it once is given the nonce, and the database keeps a hash. */
export const keyOf = (nonce: string): string => keyPrefix + derivedSecret("api-key", nonce);

/**
 * Makes a key for another system. Approvers make them for locations that they approve for, or for all of them if they
 * approve for a whole organisation; support makes them for an approver or an overseer, whose access the key then uses.
 * An overseer's key reads what they oversee and can do nothing else. Answers with the nonce of the key, which is shown
 * once.
 */
export async function makeKey(user: User, asked: KeyAsked, now: Date): Promise<Outcome<{ nonce: string }>> {
  allow(user, "make API keys");
  const problems: Problem[] = [];
  const holder = user.kind === "support" ? await holderOf(asked.email ?? "", now) : user;
  if (!holder) problems.push({ field: "email", message: "Enter the email address of someone with an account" });
  const reach = holder && (await reachOfKeys(holder));
  if (reach && reach.locations.length === 0 && reach.organisations.length === 0 && !reach.oversees)
    problems.push({
      field: "email",
      message: "This person neither approves for a location nor oversees an area or organisation",
    });
  const label = asked.label.replace(/\s+/g, " ").trim();
  if (label === "" || label.length > longest)
    problems.push({ field: "label", message: `Enter the name of the system, in ${longest} characters or fewer` });
  const days = keyDays.find((each) => String(each) === asked.days);
  if (!days) problems.push({ field: "days", message: "Select for how long the key will work" });
  const oversees = reach?.oversees === true;
  const whole = (asked.whole === true || user.kind === "support") && (reach?.organisations.length ?? 0) > 0;
  const locationIds = oversees || whole || !reach ? [] : chosen(user, asked, reach.locations);
  if (
    reach &&
    !oversees &&
    !whole &&
    reach.locations.length + reach.organisations.length > 0 &&
    locationIds.length === 0
  )
    problems.push({ field: "locations", message: "Select at least one location" });
  const scopes = asked.scopes.filter(isKeyScope);
  problems.push(...wrongWithScopes(scopes, oversees));
  if (!holder || !days || problems.length > 0) return refused(...problems);
  const nonce = randomBytes(24).toString("base64url");
  const expiresAt = new Date(now.getTime() + days * 86_400_000);
  const live = { accountId: holder.id, endedAt: null, expiresAt: { gt: now } };
  return transact(user, "made an API key", async (tx) => {
    if ((await tx.apiKey.count({ where: live })) >= most)
      return refused({ message: `There are already ${most} keys. End one first` });
    await tx.apiKey.create({
      data: {
        ...{ accountId: holder.id, madeById: user.id, label, scopes, locationIds, whole, madeAt: now, expiresAt },
        secret: { create: { hash: hashSecret(keyOf(nonce)) } },
      },
    });
    return done({ nonce });
  });
}

/** Support names no locations one by one: a key that it makes is for all that the person approves for. */
const chosen = (user: User, { locations }: KeyAsked, offered: readonly { id: number }[]): number[] =>
  offered.map(({ id }) => id).filter((id) => user.kind === "support" || locations.includes(id));

function wrongWithScopes(scopes: readonly KeyScope[], oversees: boolean): Problem[] {
  if (scopes.length === 0) return [{ field: "scopes", message: "Select what the key is for" }];
  return oversees && scopes.some((scope) => scope !== "read")
    ? [{ field: "scopes", message: "A key for someone who oversees an area or organisation can only read" }]
    : [];
}

async function holderOf(email: string, now: Date): Promise<User | null> {
  const account = await db.account.findFirst({ where: { email: email.trim().toLowerCase() }, select: { id: true } });
  return account && whoAskedFor(account.id, null, now);
}
