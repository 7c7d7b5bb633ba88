"use server";
import { z } from "zod";
import { endOwnSessions } from "@/lib/accounts/end-own-sessions";
import { formAction } from "@/lib/web/action";
import { done } from "@/lib/outcome";

export const endOne = formAction(z.strictObject({ handle: z.string().max(40) }), async (user, typed, { now }) => {
  await endOwnSessions(user, typed, now);
  return done({ to: typed.handle === user.session ? "/sign-in?left=yes" : "/accounts/sessions?ended=yes" });
});

export const endAll = formAction(z.strictObject({}), async (user, _typed, { now }) => {
  await endOwnSessions(user, "all", now);
  return done({ to: "/sign-in?left=yes" });
});
