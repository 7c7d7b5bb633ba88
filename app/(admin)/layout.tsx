import type { ReactNode } from "react";
import { supportUser } from "@/lib/web/session";
import { SignedInShell } from "@/app/shell/signed-in-shell";

/** The same frame, for the support team alone: to anyone else these pages do not exist. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  return <SignedInShell user={await supportUser()}>{children}</SignedInShell>;
}
