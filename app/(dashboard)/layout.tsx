import type { ReactNode } from "react";
import { SessionWarning } from "@/components/ui";
import { footerLinks, navigationFor } from "../navigation";
import { ServiceShell } from "../service-shell";
import { signOutNow } from "./sign-out/actions";
import { currentUser } from "@/lib/session";

/** The frame for somebody who is signed in. Each page asks who is asking by itself. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const user = await currentUser();
  return (
    <ServiceShell
      home="/home"
      person={{ name: user.onBehalfOf ? `${user.onBehalfOf} (${user.name})` : user.name, href: "/accounts" }}
      signOut={signOutNow}
      navigation={navigationFor(user)}
      footer={footerLinks}
    >
      <SessionWarning />
      {children}
    </ServiceShell>
  );
}
