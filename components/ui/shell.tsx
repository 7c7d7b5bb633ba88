import type { ReactNode } from "react";
import { SkipLink } from "./navigation-links";
import { PhaseBanner } from "./phase-banner";
import type { ServiceSettings } from "./service-settings";
import { SiteFooter, type FooterLink } from "./site-footer";
import { SiteHeader } from "./site-header";
import { SiteNavigation, type NavigationLink } from "./site-navigation";

/** Everything that is the same on every page, around a `Page`. */
export function Shell(props: {
  service: ServiceSettings;
  home?: string | undefined;
  person?: { name: string; href?: string | undefined } | undefined;
  signOut?: ((form: FormData) => void | Promise<void>) | undefined;
  signInHref?: string | undefined;
  navigation?: NavigationLink[] | undefined;
  footer?: FooterLink[] | undefined;
  /** What the banner says: in a demo, its clock. */
  banner?: ReactNode | undefined;
  phase?: string | undefined;
  children: ReactNode;
}) {
  const { service } = props;
  return (
    <>
      <SkipLink />
      <SiteHeader
        service={service}
        home={props.home}
        person={props.person}
        signOut={props.signOut}
        signInHref={props.signInHref}
      >
        <SiteNavigation links={props.navigation ?? []} />
      </SiteHeader>
      <PhaseBanner phase={props.phase} feedbackUrl={service.feedbackUrl}>
        {props.banner}
      </PhaseBanner>
      <div className="ct-page">{props.children}</div>
      <SiteFooter service={service} links={props.footer ?? []} />
    </>
  );
}
