import { EmptyState, Page, SummaryList } from "@/components/ui";
import { env } from "@/lib/env";
import { service } from "@/app/shell/service";
import { topics, topicsAbout } from "./topics";

/** Questions people ring with, searchable, and who to ask when the answer is not here. */
export default async function HelpPage(props: { searchParams: Promise<{ search?: string | string[] }> }) {
  const { search } = await props.searchParams;
  const sought = typeof search === "string" ? search.trim().slice(0, 100) : "";
  const found = sought ? topicsAbout(sought) : topics();
  const groups = [...new Set(found.map((topic) => topic.about))];
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
      {found.length === 0 && (
        <EmptyState heading={`Nothing found for “${sought}”`} action={{ href: "/help", label: "See all questions" }}>
          Try one word, such as “receipt” or “password”, or ask the support team below.
        </EmptyState>
      )}
      {groups.map((group) => (
        <section key={group}>
          <h2 className="nhsuk-heading-m">{group}</h2>
          <ul className="nhsuk-list">
            {found
              .filter((topic) => topic.about === group)
              .map((topic) => (
                <li key={topic.slug}>
                  <a href={`/help/${topic.slug}`}>{topic.question}</a>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <h2 className="nhsuk-heading-m" id="contact">
        Who to ask
      </h2>
      <Contacts />
    </Page>
  );
}

function Contacts() {
  const { support, technical, questionGuidance } = service();
  const { CQC_EMAIL, CQC_PHONE, NHSBSA_PHONE } = env();
  const mail = (address: string) => <a href={`mailto:${address}`}>{address}</a>;
  return (
    <SummaryList
      rows={[
        {
          label: "Accounts and anything else",
          value: (
            <>
              {support.name}: {mail(support.email)}, {support.phone}, {support.hours}
            </>
          ),
        },
        { label: "Something is broken", value: mail(technical.email) },
        { label: "What a question in the return means", value: mail(questionGuidance.email) },
        {
          label: "Your CQC registration, services and beds",
          value: (
            <>
              CQC: {mail(CQC_EMAIL)}, {CQC_PHONE}
            </>
          ),
        },
        { label: "An enforcement notice", value: <>NHS Business Services Authority: {NHSBSA_PHONE}</> },
      ]}
    />
  );
}
