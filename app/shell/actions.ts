"use server";
import { plainAction } from "@/lib/web/action";
import { signOut } from "@/lib/web/session";

export const signOutNow = plainAction(async () => {
  await signOut();
  return { to: "/sign-in?left=yes" };
});
