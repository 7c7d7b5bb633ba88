import { foundPerson } from "@/app/shell/found-person";
import { supportUser } from "@/lib/web/session";

/**
 * The record that a page of support works on. It must be open: anyone who has not given a reason is sent to give one.
 */
export async function openedRecord(params: Promise<{ person: string }>) {
  const user = await supportUser();
  return { user, found: await foundPerson(user, (await params).person) };
}
