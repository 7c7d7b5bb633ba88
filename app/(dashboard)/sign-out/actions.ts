"use server";
import { plainAction } from "@/lib/action";
import { signOut } from "@/lib/session";

export const signOutNow = plainAction(async () => {
  await signOut();
  return { to: "/sign-in?left=yes" };
});
