import { notFound, redirect } from "next/navigation";
import type { User } from "@/lib/access/user";
import { now } from "@/lib/clock";
import { isOpenTo } from "@/lib/people/on-record";
import { person, type Person } from "@/lib/people/person";
import { provenUser } from "@/lib/web/session";
import { recordHref } from "@/components/people/address";
import { idOf } from "@/components/tables";

/** The person a page is about, as far as the reader may see them. Support is first asked for a reason. */
export async function foundPerson(user: User, text: string): Promise<Person> {
  const id = idOf(text);
  if (id === null) notFound();
  const time = now();
  if (!(await isOpenTo(user, id, time))) redirect(recordHref(user, id));
  if (user.kind === "support") await provenUser();
  const found = await person(user, id, time);
  if (!found) notFound();
  return found;
}
