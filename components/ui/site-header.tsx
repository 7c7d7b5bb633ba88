import { Link } from "./link";
import type { ReactNode } from "react";
import type { ServiceSettings } from "./service-settings";

/**
 * The header: whose service this is, who is signed in, and the way out. `signOut` is a server action; signing out is a
 * form, so it works without JavaScript and never by following a link.
 */
export function SiteHeader(props: {
  service: Pick<ServiceSettings, "name" | "organisation" | "logoUrl">;
  home?: string | undefined;
  person?: { name: string; href?: string | undefined } | undefined;
  signOut?: ((form: FormData) => void | Promise<void>) | undefined;
  signInHref?: string | undefined;
  /** The navigation, drawn inside the header. */
  children?: ReactNode | undefined;
}) {
  const { service, person, signOut } = props;
  return (
    <header className="nhsuk-header ct-header">
      <div className="nhsuk-header__container nhsuk-width-container">
        <div className="nhsuk-header__service">
          <Link className="nhsuk-header__service-logo ct-header__home" href={props.home ?? "/"}>
            {service.logoUrl && <img className="ct-header__logo" src={service.logoUrl} alt="" height={40} />}
            <span className="nhsuk-header__service-name ct-header__name">
              {service.name}
              {service.organisation && <span className="ct-header__organisation">{service.organisation}</span>}
            </span>
          </Link>
        </div>
        {(person || props.signInHref) && (
          <nav className="nhsuk-header__account" aria-label="Account">
            <ul className="nhsuk-header__account-list">
              {person && (
                <li className="nhsuk-header__account-item">
                  <PersonIcon />
                  {person.href ? (
                    <Link className="nhsuk-header__account-link" href={person.href}>
                      {person.name}
                    </Link>
                  ) : (
                    person.name
                  )}
                </li>
              )}
              <li className="nhsuk-header__account-item">
                {person && signOut ? (
                  <form action={signOut} className="nhsuk-header__account-form">
                    <button type="submit" className="nhsuk-header__account-button">
                      Sign out
                    </button>
                  </form>
                ) : (
                  <Link className="nhsuk-header__account-link" href={props.signInHref ?? "/sign-in"}>
                    Sign in
                  </Link>
                )}
              </li>
            </ul>
          </nav>
        )}
      </div>
      {props.children}
    </header>
  );
}

const PersonIcon = () => (
  <svg
    className="nhsuk-icon nhsuk-icon--user"
    viewBox="0 0 24 24"
    width="24"
    height="24"
    aria-hidden="true"
    focusable="false"
  >
    <path d="M12 12a5 5 0 1 0 0-10 5 5 0 0 0 0 10Zm0 2c-5 0-9 2.6-9 6v1h18v-1c0-3.4-4-6-9-6Z" fill="currentColor" />
  </svg>
);
