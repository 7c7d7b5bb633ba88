import { notFound } from "next/navigation";
import { Page, Table, Tag } from "@/components/ui";
import { now } from "@/lib/clock";
import { formatMonth } from "@/lib/format";
import { questionsAsked } from "@/lib/questions/asked";
import { collections, isCollection, isMandated } from "@/lib/questions/collections";
import { seasonNames } from "@/lib/questions/seasons";
import { setOf } from "@/lib/questions/sets";
import { calendarNow, windowsNow } from "@/lib/returns/queries";
import { supportUser } from "@/lib/web/session";

/** Every question of a collection, past and present: from when to when it is asked, and whether it is now. */
export default async function QuestionsPage(props: { params: Promise<{ collection: string }> }) {
  await supportUser();
  const { collection } = await props.params;
  if (!isCollection(collection)) notFound();
  const [calendar, windows] = await Promise.all([calendarNow(), windowsNow(now())]);
  const { month } = windows.current ?? windows.latestOpened;
  const asked = questionsAsked(collection, month, calendar.seasonsIn(month));
  const { questions, sections } = setOf(collection);
  const always = isMandated(collection) ? "Every window" : "Any day";
  return (
    <Page
      heading="What is asked"
      caption={collections[collection].label}
      summary={`In the ${formatMonth(month)} window, ${asked.length} of ${questions.length} questions are asked.`}
      width="wide"
      back={{ href: "/admin/windows", label: "Back to windows and seasons" }}
    >
      {sections.map(({ key, title }) => {
        const rows = questions.filter(({ section }) => section === key);
        return (
          rows.length > 0 && (
            <Table
              key={key}
              caption={title}
              captionSize="m"
              rows={rows}
              rowKey={(question) => question.key}
              columns={[
                { key: "label", heading: "Question", cell: ({ label }) => label },
                { key: "from", heading: "From", cell: ({ from }) => (from ? formatMonth(from) : "The beginning") },
                { key: "until", heading: "Until", cell: ({ until }) => (until ? formatMonth(until) : "No end") },
                {
                  key: "when",
                  heading: "When",
                  cell: ({ season }) => (season ? `In season: ${seasonNames[season]}` : always),
                },
                { key: "now", heading: "Now", cell: (question) => <Now asked={asked.includes(question)} /> },
              ]}
            />
          )
        );
      })}
    </Page>
  );
}

const Now = ({ asked }: { asked: boolean }) =>
  asked ? (
    <Tag colour="green" shape="tick">
      Asked
    </Tag>
  ) : (
    <Tag colour="grey">Not asked</Tag>
  );
