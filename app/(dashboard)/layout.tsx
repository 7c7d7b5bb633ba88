import type { ReactNode } from "react";
import { currentUser } from "@/lib/web/session";
import { SignedInShell } from "@/app/shell/signed-in-shell";

/** The frame for someone who is signed in. Each page asks who is asking by itself. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  return <SignedInShell user={await currentUser()}>{children}</SignedInShell>;
}
