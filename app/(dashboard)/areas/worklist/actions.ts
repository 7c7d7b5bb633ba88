"use server";
import { z } from "zod";
import { done, refusedAt } from "@/lib/outcome";
import { chaseTogether, type TogetherAct } from "@/lib/reports/worklist/chase-together";
import { formAction } from "@/lib/web/action";
import { cameFrom } from "./came-from";

const several = z.preprocess(
  (typed) => (typed === undefined ? [] : [typed].flat()),
  z.array(z.coerce.number().int().positive()).max(500),
);

const shape = z.strictObject({
  location: several,
  act: z.string().max(30).default(""),
  from: z.string().max(1000).default(""),
});

/** Reminds or assigns the locations that were ticked. */
export const doTogether = formAction(shape, async (user, { location, act, from }, { now }) => {
  const chosen = actOf(act);
  if (!chosen) return refusedAt("act", "Select what to do with the locations you ticked");
  const outcome = await chaseTogether(user, location, chosen, now);
  if (!outcome.ok) return outcome;
  const { locations, people, left } = outcome.value;
  const back = cameFrom({ from });
  const said = new URLSearchParams({
    said: "remind" in chosen ? "reminded" : "assigned",
    ...{ locations: String(locations), people: String(people), left: String(left) },
  });
  return done({ to: `${back}${back.includes("?") ? "&" : "?"}${said.toString()}` });
});

function actOf(act: string): TogetherAct | null {
  if (act === "remind") return { remind: true };
  const [, colleague] = /^assign:(\d*)$/.exec(act) ?? [];
  return colleague === undefined ? null : { colleague };
}
