import { Link } from "@/components/ui/link";
import { EmptyState, Page } from "@/components/ui";
import { guides } from "@/app/shell/guides";
import { visitor } from "@/lib/web/session";
import { Contacts } from "./contacts";
import { helpFound, nearest } from "./search";
import { topics } from "./topics";

/** Step-by-step guides, questions people ring with, searchable, and who to ask when the answer is not here. */
export default async function HelpPage(props: { searchParams: Promise<{ search?: string | string[] }> }) {
  const { search } = await props.searchParams;
  const sought = typeof search === "string" ? search.trim().slice(0, 100) : "";
  return (
    <Page heading="Help">
      <form method="get" action="/help" role="search">
        <div className="nhsuk-form-group">
          <label className="nhsuk-label" htmlFor="search">
            Search help
          </label>
          <input
            className="nhsuk-input nhsuk-input--width-20"
            id="search"
            name="search"
            type="search"
            defaultValue={sought}
          />
        </div>
        <button className="nhsuk-button nhsuk-button--secondary" type="submit">
          Search
        </button>
      </form>
      {sought ? <Results sought={sought} /> : <Everything />}
      <h2 className="nhsuk-heading-m" id="contact">
        Who to ask
      </h2>
      <Contacts />
    </Page>
  );
}

function Results({ sought }: { sought: string }) {
  const results = helpFound(sought);
  if (results.length > 0)
    return (
      <>
        <h2 className="nhsuk-heading-m">Found for “{sought}”</h2>
        <Links links={results} />
        <p>
          <Link href="/help">See all help</Link>
        </p>
      </>
    );
  const near = nearest(sought);
  return (
    <EmptyState heading={`Nothing found for “${sought}”`} action={{ href: "/help", label: "See all help" }}>
      <p>Try one word, such as “receipt” or “password”, or ask the support team below.</p>
      {near.length > 0 && (
        <>
          <p>These may help:</p>
          <Links links={near} />
        </>
      )}
    </EmptyState>
  );
}

async function Everything() {
  const user = await visitor();
  const own = user ? guides.filter((guide) => guide.isFor(user)) : [...guides];
  const rest = guides.filter((guide) => !own.includes(guide));
  const groups = [...new Set(topics().map((topic) => topic.about))];
  return (
    <>
      <h2 className="nhsuk-heading-m">Step by step</h2>
      <Links links={own.map(asLink)} />
      {rest.length > 0 && (
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">Guides for other kinds of user</span>
          </summary>
          <div className="nhsuk-details__text">
            <Links links={rest.map(asLink)} />
          </div>
        </details>
      )}
      <p>
        <Link href="/help/questions">What the questions in each return mean</Link>
      </p>
      {groups.map((group) => (
        <section key={group}>
          <h2 className="nhsuk-heading-m">{group}</h2>
          <Links
            links={topics()
              .filter((topic) => topic.about === group)
              .map(({ slug, question }) => ({ href: `/help/${slug}`, label: question }))}
          />
        </section>
      ))}
    </>
  );
}

const asLink = ({ slug, title, who }: { slug: string; title: string; who: string }) => ({
  href: `/help/guides/${slug}`,
  label: title,
  who,
});

const Links = ({ links }: { links: { href: string; label: string; who?: string }[] }) => (
  <ul className="nhsuk-list">
    {links.map(({ href, label, who }) => (
      <li key={href}>
        <Link href={href}>{label}</Link>
        {who && <span className="nhsuk-hint nhsuk-u-margin-bottom-0 block">{who}</span>}
      </li>
    ))}
  </ul>
);
