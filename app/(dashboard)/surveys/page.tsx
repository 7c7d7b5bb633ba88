import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { EmptyState, Page, Table, Tag } from "@/components/ui";
import { isLocationKind } from "@/lib/access/kinds";
import { can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { now } from "@/lib/clock";
import { formatCount, formatDate, formatNumber, formatPercent } from "@/lib/format";
import { surveysToAnswer } from "@/lib/surveys/queries";
import { surveyResponses } from "@/lib/surveys/results/queries";
import { lastDayOf } from "@/lib/surveys/state";
import { currentUser } from "@/lib/web/session";

/** Surveys: those still to answer for whoever answers for a location, and how many answered for whoever oversees. */
export default async function SurveysPage() {
  const user = await currentUser();
  const answers = isLocationKind(user.kind);
  if (!answers && !can(user, "see survey results")) notFound();
  return (
    <Page
      heading="Surveys"
      width="wide"
      back={{ href: "/home", label: "Home" }}
      summary={
        answers ? "What your locations have not answered yet." : "How many of the locations that you see answered."
      }
    >
      <HowTo of="surveys" />
      {answers ? <ToAnswer user={user} time={now()} /> : <Responses user={user} time={now()} />}
    </Page>
  );
}

const lastDay = ({ closesAt }: { closesAt: Date | null }) => (closesAt ? formatDate(lastDayOf(closesAt)) : "Not set");

async function ToAnswer({ user, time }: { user: User; time: Date }) {
  const { total, rows } = await surveysToAnswer(user, time);
  return (
    <>
      <Table
        caption={
          total > rows.length ? `The first ${rows.length} of ${formatNumber(total)} to answer` : "Surveys to answer"
        }
        captionSize="m"
        rows={rows}
        rowKey={({ id, locationId }) => `${id} ${locationId}`}
        empty={
          <EmptyState heading="There are no surveys to answer at the moment.">
            What you answered is on the Surveys page of each location’s record, where you can change it.
          </EmptyState>
        }
        columns={[
          {
            key: "title",
            heading: "Survey",
            cell: ({ id, title, locationId, location }) => (
              <Link href={`/providers/${locationId}/surveys/${id}`}>
                {title}
                <span className="nhsuk-u-visually-hidden"> for {location}</span>
              </Link>
            ),
          },
          { key: "location", heading: "Location", cell: ({ location }) => location },
          { key: "closes", heading: "Last day to answer", cell: lastDay },
        ]}
      />
    </>
  );
}

async function Responses({ user, time }: { user: User; time: Date }) {
  return (
    <Table
      caption="Surveys"
      captionSize="m"
      rows={await surveyResponses(user, time)}
      rowKey={({ id }) => String(id)}
      empty={<EmptyState heading="There are no surveys of the locations that you see yet" />}
      columns={[
        { key: "title", heading: "Survey", cell: ({ id, title }) => <Link href={`/surveys/${id}`}>{title}</Link> },
        {
          key: "state",
          heading: "State",
          cell: ({ open }) => <Tag colour={open ? "green" : "grey"}>{open ? "Open" : "Closed"}</Tag>,
        },
        {
          key: "answered",
          heading: "Answered",
          numeric: true,
          cell: ({ answered, asked }) => `${formatNumber(answered)} of ${formatCount("location", asked)}`,
        },
        {
          key: "rate",
          heading: "Response rate",
          numeric: true,
          cell: ({ answered, asked }) => (asked === 0 ? "No one asked" : formatPercent(answered / asked)),
        },
        { key: "closes", heading: "Last day to answer", cell: lastDay },
      ]}
    />
  );
}
