import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { ButtonLink, EmptyState, Page, Table, Tag } from "@/components/ui";
import { formatDate, formatNumber } from "@/lib/format";
import { lastDayOf } from "@/lib/surveys/state";
import { surveysBuilt } from "@/lib/surveys/support/queries";
import { supportUser } from "@/lib/web/session";
import { opensInWords, stateInWords, surveyStateTags } from "./states";

/** Every survey: what it is now, when it opens and closes, and how many have answered. */
export default async function SurveysBuiltPage() {
  const user = await supportUser();
  return (
    <Page
      heading="Surveys"
      caption="Admin"
      summary="Questions you ask some providers, separately from their returns."
      back={{ href: "/admin", label: "Admin" }}
      width="wide"
      actions={<ButtonLink href="/admin/surveys/new">Build a survey</ButtonLink>}
    >
      <HowTo of="build-survey" />
      <Table
        caption="All surveys"
        captionSize="m"
        rows={await surveysBuilt(user)}
        rowKey={({ id }) => String(id)}
        empty={<EmptyState heading="No survey has been built yet" />}
        columns={[
          {
            key: "title",
            heading: "Title",
            cell: ({ id, title }) => <Link href={`/admin/surveys/${id}`}>{title}</Link>,
          },
          {
            key: "state",
            heading: "State",
            cell: (row) => <Tag colour={surveyStateTags[row.state].colour}>{stateInWords(row)}</Tag>,
          },
          { key: "opens", heading: "Opens", cell: opensInWords },
          {
            key: "closes",
            heading: "Last day",
            cell: ({ closesAt }) => (closesAt ? formatDate(lastDayOf(closesAt)) : "Not set"),
          },
          { key: "answers", heading: "Answers", numeric: true, cell: ({ answers }) => formatNumber(answers) },
          {
            key: "results",
            heading: "Results",
            cell: ({ id, title, events }) =>
              events.some(({ what }) => what === "opened") ? (
                <Link href={`/surveys/${id}`}>
                  See results<span className="nhsuk-u-visually-hidden"> of {title}</span>
                </Link>
              ) : (
                "Not open yet"
              ),
          },
        ]}
      />
    </Page>
  );
}
