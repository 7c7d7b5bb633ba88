import { isFromOurPages } from "@/lib/web/caller-address";
import { env } from "@/lib/env";
import { limited } from "@/lib/web/rate-limit";
import { importBankHolidays } from "@/lib/windows/support/import-bank-holidays";
import { supportUser } from "@/lib/web/session";

const largest = 1_000_000;

/** Receives GOV.UK's file. It is posted to an address of its own, because our actions read text fields only. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOurPages(request.headers)) return new Response(null, { status: 403 });
  const user = await supportUser();
  if (await limited("upload", `account:${user.id}`)) return leadsTo("/admin/windows/holidays?wrong=often");
  const file = (await request.formData()).get("file");
  const text = file instanceof File && file.size <= largest ? await file.text() : "";
  const imported = await importBankHolidays(user, text);
  return leadsTo(imported.ok ? "/admin/windows?done=now" : "/admin/windows/holidays?wrong=file");
}

const leadsTo = (path: string) => Response.redirect(`${env().APP_ORIGIN}${path}`, 303);
