import { placeChangesSaid } from "@/lib/api/feed/as-json";
import { openRead } from "@/lib/web/open-route";

/** What has changed in the open feed, and what has left it, since a version. */
export const GET = openRead({
  type: "application/json",
  from: { name: "since", needed: true },
  say: ({ from, version }) => placeChangesSaid(from, version),
});
