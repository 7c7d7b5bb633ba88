import type { User } from "@/lib/access/user";
import { limited, type Limited } from "./rate-limit";
import { currentUser } from "./session";

interface Asked<P> {
  user: User;
  request: Request;
  params: P;
}

type Found<F> = F | null | undefined | false;

interface Download<P, F> {
  /** Who may ask at all: anyone who is signed in, unless it says otherwise. */
  who?: (request: Request, params: P) => Promise<User>;
  /** What its limit is counted as. */
  counted?: Limited;
  /** What they may have, found cheaply. Nothing: it does not exist, or is not theirs. */
  find: (asked: Asked<P>) => Promise<Found<F>> | Found<F>;
  send: (found: F, asked: Asked<P>) => Promise<Response | null> | Response | null;
}

/**
 * The handler of an address that answers with a file. A file costs more than a page, so how many one person may have in
 * an hour is limited: nothing is made until that is asked. Null from `send` is "not found", as from `find`.
 */
export const download =
  <P = object, F = true>({ who = () => currentUser(), counted = "export", find, send }: Download<P, F>) =>
  async (request: Request, props: { params: Promise<P> }): Promise<Response> => {
    const params = await props.params;
    const asked = { user: await who(request, params), request, params };
    const found = await find(asked);
    if (found === null || found === undefined || found === false) return notFound();
    const tooOften = await limited(counted, `account:${asked.user.id}`);
    if (tooOften) return new Response(tooOften.message, { status: 429 });
    return (await send(found, asked)) ?? notFound();
  };

const notFound = () => new Response("Not found\n", { status: 404 });

/** A file in one piece, under its name. No one keeps a copy on the way. */
export const fileAnswer = (body: BodyInit, type: string, name: string): Response =>
  new Response(body, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name.replace(/[^\w.() -]/g, "_")}"`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
