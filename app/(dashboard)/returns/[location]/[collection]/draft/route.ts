import { Forbidden } from "@/lib/access/policy";
import { isFromOurPages } from "@/lib/web/caller-address";
import { now } from "@/lib/clock";
import { formatTime } from "@/lib/format";
import { postedForm } from "@/lib/returns/form-fields";
import { saveDraft } from "@/lib/returns/save-draft";
import { visitor } from "@/lib/web/session";

/** Keeps a draft while someone types, and says that it did, or why not. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOurPages(request.headers)) return new Response(null, { status: 403 });
  const user = await visitor();
  if (!user) return new Response(null, { status: 401 });
  const posted = [...(await request.formData())].filter(
    (one): one is [string, string] => typeof one[1] === "string" && !one[0].startsWith("$ACTION"),
  );
  const form = postedForm(Object.fromEntries(posted));
  if (!form) return new Response(null, { status: 400 });
  const time = now();
  try {
    const saved = await saveDraft(user, { ...form, version: form.draftVersion }, time);
    return saved.ok
      ? Response.json({
          said: `Draft saved at ${formatTime(time)}. Not sent yet.`,
          version: saved.value.version,
        })
      : Response.json({ said: `Not saved: ${saved.problems[0]?.message ?? ""}: you are asked when you save` });
  } catch (fault) {
    if (fault instanceof Forbidden) return new Response(null, { status: 404 });
    throw fault;
  }
}
