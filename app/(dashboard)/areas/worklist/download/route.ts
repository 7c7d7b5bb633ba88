import { downloadWorklist } from "@/app/(dashboard)/areas/worklist/download-worklist";
import { can } from "@/lib/access/policy";
import { download } from "@/lib/web/download";
import { provenUser } from "@/lib/web/session";

/** The worklist of everything that someone oversees, as a file. */
export const GET = download({
  who: () => provenUser("/areas/worklist"),
  find: ({ user }) => can(user, "chase locations"),
  send: (_, { user, request }) => downloadWorklist(user, null, request),
});
