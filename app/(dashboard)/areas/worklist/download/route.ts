import { downloadWorklist } from "@/app/(dashboard)/areas/worklist/download-worklist";
import { can } from "@/lib/access/policy";
import { provenUser } from "@/lib/web/session";

/** The worklist of everything that someone oversees, as a file. */
export async function GET(request: Request) {
  const user = await provenUser("/areas/worklist");
  return can(user, "chase locations")
    ? downloadWorklist(user, null, request)
    : new Response("Not found", { status: 404 });
}
