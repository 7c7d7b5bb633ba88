import { z } from "zod";
import { requestFactsOf } from "@/lib/web/request-facts";
import { locationSearch } from "@/lib/locations/search-queries";
import { limited } from "@/lib/web/rate-limit";
import { locationKinds } from "@/lib/access/kinds";

const shape = z.object({
  text: z.string().trim().min(2).max(200),
  type: z.enum(locationKinds),
});

/** Registered places for someone who registers, as they type. They are on public registers; how often is limited. */
export async function GET(request: Request): Promise<Response> {
  const asked = shape.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return Response.json({ problem: "Enter what to search for" }, { status: 400 });
  const { address } = requestFactsOf(request.headers);
  const tooOften = await limited("search", address);
  if (tooOften) return Response.json({ problem: tooOften.message }, { status: 429 });
  const { found, by, more } = await locationSearch(asked.data.text, [asked.data.type], 20);
  const places = found.map(({ id, name, provider, postcode }) => ({ id, name, provider, postcode }));
  return Response.json({ found: places, by, more }, { headers: { "Cache-Control": "private, max-age=30" } });
}
