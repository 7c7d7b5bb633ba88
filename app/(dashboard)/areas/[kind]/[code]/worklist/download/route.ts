import { areaKindFromAddress } from "@/lib/organisations/area-address";
import { downloadWorklist } from "@/app/(dashboard)/areas/worklist/download-worklist";
import { areaSeenBy } from "@/lib/reports/queries";
import { provenUser } from "@/lib/web/session";

/** The worklist of one area as a file. */
export async function GET(request: Request, props: { params: Promise<{ kind: string; code: string }> }) {
  const { kind, code } = await props.params;
  const user = await provenUser(`/areas/${kind}/${code}/worklist`);
  const areaKind = areaKindFromAddress(kind);
  const area = areaKind && (await areaSeenBy(user, areaKind, code));
  return area ? downloadWorklist(user, area, request) : new Response("Not found", { status: 404 });
}
