import type { ReactNode } from "react";
import { SessionWarning } from "@/components/ui";
import type { User } from "@/lib/access/user";
import { now } from "@/lib/clock";
import { unreadNews } from "@/lib/news/queries";
import { formOwner } from "@/lib/web/form-owner";
import { signOutNow } from "./actions";
import { footerLinks, navigationFor } from "./navigation";
import { ServiceShell } from "./service-shell";

/** The frame for someone who is signed in, and for a shared account with the name of who is using it. */
export async function SignedInShell({ user, children }: { user: User; children: ReactNode }) {
  return (
    <ServiceShell
      home="/home"
      person={{ name: user.onBehalfOf ? `${user.onBehalfOf} (${user.name})` : user.name, href: "/accounts" }}
      signOut={signOutNow}
      navigation={navigationFor(user, await unreadNews(user, now()))}
      footer={footerLinks}
      formOwner={formOwner(user)}
    >
      <SessionWarning />
      {children}
    </ServiceShell>
  );
}
