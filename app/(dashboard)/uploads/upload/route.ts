import { notFound } from "next/navigation";
import type { NextRequest } from "next/server";
import { can } from "@/lib/access/policy";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { receiveUpload } from "@/lib/uploads/receive-upload";
import { limited } from "@/lib/web/rate-limit";
import { visitor } from "@/lib/web/session";
import { keepWorkbook } from "@/lib/workbook/keep-workbook";
import { proxy } from "@/proxy";
import { leadsOn } from "@/app/shell/leads-on";

/**
 * Takes a workbook. Requests elsewhere pass the proxy on their way, which holds their body in memory: this one may be too
 * large for that, so it comes past it and asks it here, before anything of the file is read.
 */
export async function POST(request: NextRequest): Promise<Response> {
  const met = await proxy(request);
  if (met.headers.has("x-middleware-rewrite")) return leadsOn(met, "/uploads");
  if (met.headers.get("x-middleware-next") !== "1") return met;
  const user = await visitor();
  if (!user) return leadsOn(met, "/sign-in?ReturnUrl=/uploads");
  if (!can(user, "send a workbook")) notFound();
  if (await limited("upload", `account:${user.id}`)) return leadsOn(met, "/uploads?wrong=often");
  const most = env().WORKBOOK_MEGABYTES * 1_000_000;
  const to = await receiveUpload(request.body, request.headers.get("content-type"), most, async (received) => {
    if (!received) return "/uploads?wrong=cut";
    if (received.tooLarge) return "/uploads?wrong=large";
    if (received.bytes === 0) return "/uploads?wrong=file";
    const agreed = received.fields.get("agreed") === "yes";
    const kept = await keepWorkbook(user, { file: received, agreed }, now());
    return kept.ok ? `/uploads/${kept.value.id}${agreed ? "" : "?wrong=agreed"}` : "/uploads?wrong=file";
  });
  return leadsOn(met, to);
}

/** Whoever opens the address itself is where files are sent. */
export const GET = async (request: NextRequest): Promise<Response> => leadsOn(await proxy(request), "/uploads");
