import { placesInHsds } from "@/lib/api/feed/as-hsds";
import { openRead } from "@/lib/web/open-route";

/** The open feed as HSDS services, each with its capacities; `after` is the `next` of the page before. */
export const GET = openRead({
  type: "application/json",
  from: { name: "after", needed: false },
  say: ({ from, version }) => placesInHsds(from, version),
});
