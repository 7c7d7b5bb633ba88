"use client";
import { Link } from "./link";
import { usePathname } from "next/navigation";

export interface NavigationLink {
  label: string;
  href: string;
  /** Further addresses that belong to this part, such as "/returns" to Home. */
  also?: string[] | undefined;
  /** What waits there unread, in words: "2 unread". Seen as a dot. */
  unread?: string | undefined;
}

/** The parts of the service this person may use; the one they are in is marked. Wraps on a phone, without JavaScript. */
export function SiteNavigation({ links, label = "Menu" }: { links: NavigationLink[]; label?: string | undefined }) {
  const path = usePathname();
  if (links.length === 0) return null;
  const current = currentLink(path, links);
  return (
    <nav className="nhsuk-header__navigation ct-navigation" aria-label={label}>
      <div className="nhsuk-header__navigation-container nhsuk-width-container">
        <ul className="nhsuk-header__navigation-list">
          {links.map((link) => (
            <li key={link.href} className="nhsuk-header__navigation-item">
              <Link
                className="nhsuk-header__navigation-link"
                href={link.href}
                aria-current={link !== current ? undefined : path === link.href ? "page" : "true"}
              >
                {link === current ? (
                  <strong className="nhsuk-header__navigation-item-current-fallback">{link.label}</strong>
                ) : (
                  link.label
                )}
                {link.unread && (
                  <span className="ct-unread">
                    <span className="nhsuk-u-visually-hidden">, {link.unread}</span>
                  </span>
                )}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}

/** The link whose address, or one of its others, lies nearest above this address. */
export function currentLink(path: string | null, links: NavigationLink[]) {
  const depth = (link: NavigationLink) =>
    Math.max(0, ...[link.href, ...(link.also ?? [])].map((part) => (isWithin(path, part) ? part.length : 0)));
  const nearest = Math.max(0, ...links.map(depth));
  return nearest === 0 ? undefined : links.find((link) => depth(link) === nearest);
}

/** Whether an address is a part of the service or below it. */
const isWithin = (path: string | null, part: string) =>
  path === part || (part !== "/" && (path?.startsWith(`${part}/`) ?? false));
