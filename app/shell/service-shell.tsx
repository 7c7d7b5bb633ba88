import type { ReactNode } from "react";
import { FormOwner, Shell, type NavigationLink } from "@/components/ui";
import { clockOffset, now } from "@/lib/clock";
import { env } from "@/lib/env";
import { formatDateTime } from "@/lib/format";
import { service } from "./service";

/** The frame of every page, from the settings; a demo says so, and what time it has. */
export function ServiceShell(props: {
  home?: string | undefined;
  person?: { name: string; href?: string | undefined } | undefined;
  signOut?: ((form: FormData) => void | Promise<void>) | undefined;
  signInHref?: string | undefined;
  navigation?: NavigationLink[] | undefined;
  footer?: { label: string; href: string }[] | undefined;
  /** Whose the forms of the page are. */
  formOwner?: string | undefined;
  children: ReactNode;
}) {
  const { formOwner, children, ...shell } = props;
  const demo = env().SERVICE_MODE === "demo";
  return (
    <Shell
      {...shell}
      service={service()}
      phase={demo ? "Demo" : "New"}
      banner={demo ? clockInWords() : "This is a new service."}
    >
      <FormOwner owner={formOwner}>{children}</FormOwner>
    </Shell>
  );
}

function clockInWords() {
  const set = clockOffset() === 0 ? "" : " The clock was set.";
  return `Everyone in this demo is made up. It is ${formatDateTime(now())}.${set}`;
}
