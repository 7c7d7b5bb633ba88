import { openRecord } from "@/lib/people/support/open-record";
import { inWindow, type Cast, type PersonName } from "./cast";

/** One of support opens the record of everyone, with a reason, as each of its acts asks for. */
export async function openRecords({ users }: Cast, by: PersonName, now = inWindow): Promise<void> {
  for (const person of Object.values(users))
    await openRecord(users[by], person.id, { reason: "Rang, and asked for help." }, now);
}
