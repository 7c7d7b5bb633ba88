import { Link } from "./link";
import type { ServiceSettings } from "./service-settings";

export interface FooterLink {
  label: string;
  href: string;
}

/** The footer: how to reach support, the pages that belong to every service, and who runs this one. */
export function SiteFooter(props: {
  service: Pick<ServiceSettings, "name" | "organisation" | "support" | "social">;
  links?: FooterLink[] | undefined;
}) {
  const { support, organisation, social } = props.service;
  const links = [...(props.links ?? []), ...social];
  return (
    <footer className="nhsuk-footer ct-footer">
      <div className="nhsuk-width-container">
        <div className="nhsuk-footer__navigation nhsuk-grid-row">
          <div className="nhsuk-grid-column-full">
            <h2 className="nhsuk-heading-s nhsuk-footer__heading">{support.name}</h2>
            <ul className="nhsuk-footer__list">
              <li className="nhsuk-footer__list-item">
                Email:{" "}
                <a className="nhsuk-footer__list-item-link" href={`mailto:${support.email}`}>
                  {support.email}
                </a>
              </li>
              <li className="nhsuk-footer__list-item">
                Telephone:{" "}
                <a className="nhsuk-footer__list-item-link" href={`tel:${support.phone.replaceAll(" ", "")}`}>
                  {support.phone}
                </a>
              </li>
              <li className="nhsuk-footer__list-item">{support.hours}</li>
            </ul>
          </div>
        </div>
        <div className="nhsuk-footer__meta">
          {links.length > 0 && (
            <>
              <h2 className="nhsuk-u-visually-hidden">Support links</h2>
              <ul className="nhsuk-footer__list">
                {links.map((link) => (
                  <li key={link.href} className="nhsuk-footer__list-item">
                    <Link className="nhsuk-footer__list-item-link" href={link.href}>
                      {link.label}
                    </Link>
                  </li>
                ))}
              </ul>
            </>
          )}
          {organisation && <p className="nhsuk-body-s">{organisation}</p>}
        </div>
      </div>
    </footer>
  );
}
