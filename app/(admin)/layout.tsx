import type { ReactNode } from "react";
import { SessionWarning } from "@/components/ui";
import { footerLinks, navigationFor } from "../navigation";
import { ServiceShell } from "../service-shell";
import { signOutNow } from "../(dashboard)/sign-out/actions";
import { supportUser } from "@/lib/session";

/** The same frame, for the support team alone: to anybody else these pages do not exist. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const user = await supportUser();
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
