import { notFound, redirect } from "next/navigation";
import { now } from "@/lib/clock";
import { person } from "@/lib/people/person";
import { whyOpened } from "@/lib/people/support/open-record";
import { supportUser } from "@/lib/session";
import { idOf } from "@/app/(dashboard)/accounts/people/address";

/** The record that a page of support's works on: opened with a reason, or the one who asks is sent to give one. */
export async function openedRecord(params: Promise<{ person: string }>) {
  const user = await supportUser();
  const id = idOf((await params).person);
  const found = id === null ? null : await person(user, id, now());
  if (!found) notFound();
  if ((await whyOpened(user, found.id, now())) === null) redirect(`/admin/people/${found.id}`);
  return { user, found };
}
