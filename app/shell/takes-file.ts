import { notFound } from "next/navigation";
import type { NextRequest } from "next/server";
import type { User } from "@/lib/access/user";
import { type Received, receiveUpload } from "@/lib/uploads/receive-upload";
import { limited } from "@/lib/web/rate-limit";
import { visitor } from "@/lib/web/session";
import { proxy } from "@/proxy";
import { leadsOn } from "./leads-on";

interface TakenFile {
  /** The page with the form that sends the file. */
  form: string;
  may: (user: User) => boolean;
  mostBytes: () => number;
  /** Keeps what was received. Returns the page to go to next: the file’s own, or the form with what was wrong. */
  keep: (user: User, received: Received) => Promise<string>;
}

/**
 * Takes a file that a form sends to an address of its own. Other requests pass the proxy on their way, and it holds their
 * body in memory. A file may be too large for that, so the request comes past the proxy, and we ask it here before
 * anything of the file is read. "Not found" for people who may not send such a file.
 */
export const takesFile =
  ({ form, may, mostBytes, keep }: TakenFile) =>
  async (request: NextRequest): Promise<Response> => {
    const met = await proxy(request);
    if (met.headers.has("x-middleware-rewrite")) return leadsOn(met, form);
    if (met.headers.get("x-middleware-next") !== "1") return met;
    const user = await visitor();
    if (!user) return leadsOn(met, `/sign-in?ReturnUrl=${form}`);
    if (!may(user)) notFound();
    if (await limited("upload", `account:${user.id}`)) return leadsOn(met, `${form}?wrong=often`);
    const to = await receiveUpload(request.body, request.headers.get("content-type"), mostBytes(), async (received) =>
      received ? keep(user, received) : `${form}?wrong=cut`,
    );
    return leadsOn(met, to);
  };

/** Leads people who open the address itself to the form. */
export const leadsToForm =
  (form: string) =>
  async (request: NextRequest): Promise<Response> =>
    leadsOn(await proxy(request), form);
