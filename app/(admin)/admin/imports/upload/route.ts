import { notFound } from "next/navigation";
import type { NextRequest } from "next/server";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { keepUpload } from "@/lib/uploads/keep-upload";
import { receiveUpload } from "@/lib/uploads/receive-upload";
import { limited } from "@/lib/web/rate-limit";
import { visitor } from "@/lib/web/session";
import { proxy } from "@/proxy";
import { leadsOn } from "@/app/shell/leads-on";
import { isRegister } from "@/app/(admin)/admin/imports/labels";

/**
 * Takes a register file. Requests elsewhere pass the proxy on their way, which holds their body in memory: this one is
 * too large for that, so it comes past it and asks it here, before anything of the file is read.
 */
export async function POST(request: NextRequest): Promise<Response> {
  const met = await proxy(request);
  if (met.headers.has("x-middleware-rewrite")) return leadsOn(met, "/admin/imports/new");
  if (met.headers.get("x-middleware-next") !== "1") return met;
  const user = await visitor();
  if (!user) return leadsOn(met, "/sign-in?ReturnUrl=/admin/imports");
  if (user.kind !== "support") notFound();
  if (await limited("upload", `account:${user.id}`)) return leadsOn(met, "/admin/imports/new?wrong=often");
  const most = env().UPLOAD_MEGABYTES * 1_000_000;
  const to = await receiveUpload(request.body, request.headers.get("content-type"), most, async (received) => {
    if (!received) return "/admin/imports/new?wrong=cut";
    const register = received.fields.get("register") ?? "";
    const full = received.fields.get("full") === "yes";
    const typed = new URLSearchParams({ register, ...(full && { full: "yes" }) });
    const again = (...wrong: string[]) => `/admin/imports/new?wrong=${wrong.join(".")}&${typed}`;
    const wrong = received.tooLarge ? ["large"] : received.bytes === 0 ? ["file"] : [];
    if (!isRegister(register)) return again("register", ...wrong);
    if (wrong.length > 0) return again(...wrong);
    const kept = await keepUpload(user, { register, full, file: received }, now());
    return kept.ok ? `/admin/imports/uploads/${kept.value.id}` : again("file");
  });
  return leadsOn(met, to);
}

/** Whoever opens the address itself is where files are given. */
export const GET = async (request: NextRequest): Promise<Response> =>
  leadsOn(await proxy(request), "/admin/imports/new");
