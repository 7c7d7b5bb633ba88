import { Forbidden } from "@/lib/access/policy";
import { isFromOurPages } from "@/lib/web/caller-address";
import { now } from "@/lib/clock";
import { formatDate, formatTime } from "@/lib/format";
import { ownerField } from "@/lib/outcome";
import { postedForm } from "@/lib/returns/form-fields";
import { draftCsv, returnForm } from "@/lib/returns/queries";
import { saveDraft } from "@/lib/returns/save-draft";
import { maySendFormOf, notTheirForm } from "@/lib/web/form-owner";
import { download, fileAnswer } from "@/lib/web/download";
import { visitor } from "@/lib/web/session";
import { returnAt, type ReturnParams } from "@/app/(dashboard)/returns/address";

/** The draft as a file, for whoever may file the return. */
export const GET = download<Awaited<ReturnParams>, Awaited<ReturnType<typeof returnAt>>>({
  find: ({ params }) => returnAt(Promise.resolve(params)),
  send: async ({ locationId, collection }, { user }) => {
    const form = await returnForm(user, locationId, collection, now());
    const file = form && draftCsv(form);
    return file ? fileAnswer(file, "text/csv; charset=utf-8", `draft-${locationId}-${collection}.csv`) : null;
  },
});

/** Keeps a draft while someone types, and says that it did, or why not. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOurPages(request.headers)) return new Response(null, { status: 403 });
  const user = await visitor();
  if (!user) return new Response(null, { status: 401 });
  const posted = [...(await request.formData())].filter(
    (one): one is [string, string] => typeof one[1] === "string" && !one[0].startsWith("$ACTION"),
  );
  const { [ownerField]: owner, ...fields } = Object.fromEntries(posted);
  if (!maySendFormOf(user, owner)) return Response.json({ said: notTheirForm(user.name).sentence });
  const form = postedForm(fields);
  if (!form) return new Response(null, { status: 400 });
  const time = now();
  try {
    const saved = await saveDraft(user, { ...form, version: form.draftVersion, asTyped: true }, time);
    return saved.ok
      ? Response.json({
          said: saved.value.closed
            ? `This location closed on ${formatDate(saved.value.closed.on)}. Your draft is kept, and cannot be sent.`
            : `Draft saved at ${formatTime(time)}. Not sent yet.`,
          version: saved.value.version,
        })
      : Response.json({
          said: `Not saved: ${saved.problems[0]?.message ?? ""}. Press a button to save, and we will ask you about it`,
        });
  } catch (fault) {
    if (fault instanceof Forbidden) return new Response(null, { status: 404 });
    throw fault;
  }
}
