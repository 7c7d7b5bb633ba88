import { now } from "@/lib/clock";
import { isCollection } from "@/lib/questions/collections";
import { limited } from "@/lib/web/rate-limit";
import { downloadHistory } from "@/lib/returns/download-history";
import { currentUser } from "@/lib/web/session";

/** A location's returns as CSV, for whoever sees it. How often is limited. */
export async function GET(
  _request: Request,
  props: { params: Promise<{ location: string; collection: string }> },
): Promise<Response> {
  const user = await currentUser();
  const tooOften = await limited("export", `account:${user.id}`);
  if (tooOften) return new Response(tooOften.message, { status: 429 });
  const { location, collection } = await props.params;
  const known = /^[1-9]\d{0,8}$/.test(location) && isCollection(collection);
  const file = known ? await downloadHistory(user, Number(location), collection, now()) : null;
  if (file === null) return new Response("There are no such returns.\n", { status: 404 });
  return new Response(file, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="returns-${location}-${collection}.csv"`,
    },
  });
}
