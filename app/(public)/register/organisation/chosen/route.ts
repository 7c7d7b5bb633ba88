import { z } from "zod";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { keepChosenPlaces } from "@/lib/registrations/keep-draft";
import { isFromOurPages } from "@/lib/web/caller-address";
import { draftHere } from "@/app/(public)/register/draft-cookie";

const ids = z.array(z.coerce.number().int().positive());

/** Keeps the places ticked on step 2 while someone ticks them. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOurPages(request.headers)) return new Response(null, { status: 403 });
  const here = await draftHere();
  if (!here?.open) return new Response(null, { status: 404 });
  const chosen = ids.max(env().REGISTRATION_LOCATIONS_LIMIT).safeParse((await request.formData()).getAll("location"));
  if (!chosen.success) return new Response(null, { status: 400 });
  await keepChosenPlaces(here.id, [...new Set(chosen.data)], now());
  return new Response(null, { status: 204 });
}
