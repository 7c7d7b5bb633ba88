import { notFound } from "next/navigation";
import type { AddressParams } from "@/components/tables";
import { can } from "@/lib/access/policy";
import { currentUser } from "@/lib/web/session";
import { WorklistPage } from "./worklist-page";

/** Who to call, of everything that someone oversees: a parent organisation's locations, or all areas of one person. */
export default async function OwnWorklistPage(props: { searchParams: Promise<AddressParams> }) {
  const user = await currentUser();
  if (!can(user, "chase locations")) notFound();
  return (
    <WorklistPage user={user} area={null} path="/areas/worklist" back="/reports" params={await props.searchParams} />
  );
}
