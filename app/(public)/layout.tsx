import type { ReactNode } from "react";
import { formOwner } from "@/lib/web/form-owner";
import { liveSession } from "@/lib/web/session";
import { signOutNow } from "@/app/shell/actions";
import { footerLinks, navigationFor } from "@/app/shell/navigation";
import { ServiceShell } from "@/app/shell/service-shell";

/** The frame of pages that anyone may see; someone who is signed in keeps their navigation. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const live = await liveSession();
  if (!live)
    return (
      <ServiceShell
        home="/"
        signInHref="/sign-in"
        navigation={[
          { label: "Register", href: "/register" },
          { label: "Reporting windows", href: "/windows" },
          { label: "Help", href: "/help" },
        ]}
        footer={footerLinks}
      >
        {children}
      </ServiceShell>
    );
  return (
    <ServiceShell
      home={live.purpose === "full" ? "/home" : "/"}
      person={{ name: live.user.name, ...(live.purpose === "full" && { href: "/accounts" }) }}
      signOut={signOutNow}
      navigation={live.purpose === "full" ? navigationFor(live.user) : []}
      footer={footerLinks}
      formOwner={formOwner(live.user)}
    >
      {children}
    </ServiceShell>
  );
}
