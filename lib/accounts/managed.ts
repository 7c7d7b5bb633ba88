import { allow, Forbidden } from "../access/policy";
import type { User } from "../access/user";
import { colleague, type Person } from "./colleague";

/** The person whose account somebody is about to change: throws where it is not theirs to change, or is nobody's. */
export async function managed(user: User, accountId: number, now: Date): Promise<Person> {
  const person = await colleague(accountId, now);
  if (!person) throw new Forbidden("reset, unlock or deactivate a person");
  allow(user, "reset, unlock or deactivate a person", person);
  return person;
}

export const isClosed = "This account is closed. Ask support to open it again.";
