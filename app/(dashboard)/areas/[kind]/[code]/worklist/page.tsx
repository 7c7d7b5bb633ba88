import { notFound } from "next/navigation";
import { areaHref, areaKindFromAddress } from "@/lib/organisations/area-address";
import { WorklistPage } from "@/app/(dashboard)/areas/worklist/worklist-page";
import type { AddressParams } from "@/components/tables";
import { areaSeenBy } from "@/lib/reports/queries";
import { currentUser } from "@/lib/web/session";

/** Who to call in one area. */
export default async function AreaWorklistPage(props: {
  params: Promise<{ kind: string; code: string }>;
  searchParams: Promise<AddressParams>;
}) {
  const user = await currentUser();
  const { kind, code } = await props.params;
  const areaKind = areaKindFromAddress(kind);
  const area = areaKind && (await areaSeenBy(user, areaKind, code));
  if (!area) notFound();
  const back = areaHref(area);
  return (
    <WorklistPage user={user} area={area} path={`${back}/worklist`} back={back} params={await props.searchParams} />
  );
}
