import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { EmptyState, Table, Tag } from "@/components/ui";
import { now } from "@/lib/clock";
import { formatDate, formatDateTime } from "@/lib/format";
import { providerRecord } from "@/lib/records/record";
import { type AskedSurvey, surveysOfLocation } from "@/lib/surveys/queries";
import { lastDayOf } from "@/lib/surveys/state";
import { currentUser } from "@/lib/web/session";
import { locationAt, type RecordParams } from "@/app/(dashboard)/providers/[location]/address";
import { RecordPage } from "@/app/(dashboard)/providers/record-page";

/** The surveys that a location is asked to answer, and those that it answered. */
export default async function LocationSurveysPage(props: { params: RecordParams }) {
  const user = await currentUser();
  const id = await locationAt(props.params);
  const time = now();
  const [record, surveys] = await Promise.all([providerRecord(user, id, time), surveysOfLocation(user, id, time)]);
  if (!record) notFound();
  const asked = surveys.filter(({ open }) => open);
  const past = surveys.filter(({ open }) => !open);
  return (
    <RecordPage place={record.place} tab="surveys" provider={record.facts.provider}>
      <HowTo of="surveys" />
      {asked.length === 0 ? (
        <EmptyState heading={`Surveys for ${record.place.name}`}>
          <p>There are no surveys to answer at the moment.</p>
        </EmptyState>
      ) : (
        <SurveyTable caption="Surveys to answer" location={id} surveys={asked} />
      )}
      {past.length > 0 && <SurveyTable caption="Surveys that are closed" location={id} surveys={past} />}
      <p className="nhsuk-body-s">
        A survey is not a return. Your returns are due as always: see <Link href="/windows">reporting windows</Link>.
      </p>
    </RecordPage>
  );
}

const SurveyTable = (props: { caption: string; location: number; surveys: AskedSurvey[] }) => (
  <Table
    caption={props.caption}
    captionSize="m"
    rows={props.surveys}
    rowKey={({ id }) => String(id)}
    columns={[
      {
        key: "title",
        heading: "Survey",
        cell: ({ id, title }) => <Link href={`/providers/${props.location}/surveys/${id}`}>{title}</Link>,
      },
      {
        key: "state",
        heading: "State",
        cell: ({ answeredAt, open }) =>
          answeredAt ? (
            <Tag colour="green" shape="circle">
              Answered
            </Tag>
          ) : (
            <Tag colour={open ? "yellow" : "grey"} shape={open ? "triangle" : undefined}>
              Not answered
            </Tag>
          ),
      },
      {
        key: "sent",
        heading: "Last sent",
        cell: ({ answeredAt, by }) => (answeredAt ? `${formatDateTime(answeredAt)} by ${by ?? "someone"}` : "Not yet"),
      },
      {
        key: "closes",
        heading: "Last day to answer",
        cell: ({ closesAt }) => (closesAt ? formatDate(lastDayOf(closesAt)) : "Not set"),
      },
    ]}
  />
);
