import { placesSaid } from "@/lib/api/feed/as-json";
import { openRead } from "@/lib/web/open-route";

/** The places in the open feed, some hundreds at a time; `after` is the `next` of the page before. */
export const GET = openRead({
  type: "application/json",
  from: { name: "after", needed: false },
  say: ({ from, version }) => placesSaid(from, version),
});
