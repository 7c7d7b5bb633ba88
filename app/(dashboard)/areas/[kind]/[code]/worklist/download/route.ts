import { downloadWorklist } from "@/app/(dashboard)/areas/worklist/download-worklist";
import { areaKindFromAddress } from "@/lib/organisations/area-address";
import { areaSeenBy, type SeenArea } from "@/lib/reports/queries";
import { download } from "@/lib/web/download";
import { provenUser } from "@/lib/web/session";

/** The worklist of one area as a file. */
export const GET = download<{ kind: string; code: string }, SeenArea>({
  who: (_, { kind, code }) => provenUser(`/areas/${kind}/${code}/worklist`),
  find: ({ user, params: { kind, code } }) => {
    const areaKind = areaKindFromAddress(kind);
    return areaKind && areaSeenBy(user, areaKind, code);
  },
  send: (area, { user, request }) => downloadWorklist(user, area, request),
});
