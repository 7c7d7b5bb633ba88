import { now } from "@/lib/clock";
import { type Collection, isCollection } from "@/lib/questions/collections";
import { downloadHistory } from "@/lib/returns/download-history";
import { download, fileAnswer } from "@/lib/web/download";

/** A location's returns as CSV, for whoever sees it. */
export const GET = download<{ location: string; collection: string }, { id: number; collection: Collection }>({
  find: ({ params: { location, collection } }) =>
    /^[1-9]\d{0,8}$/.test(location) && isCollection(collection) && { id: Number(location), collection },
  send: async ({ id, collection }, { user }) => {
    const file = await downloadHistory(user, id, collection, now());
    return file === null ? null : fileAnswer(file, "text/csv; charset=utf-8", `returns-${id}-${collection}.csv`);
  },
});
