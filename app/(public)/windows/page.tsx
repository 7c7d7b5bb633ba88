import { InsetText, Page, Table } from "@/components/ui";
import { now } from "@/lib/clock";
import { formatDate, formatMonth } from "@/lib/format";
import { londonDate } from "@/lib/london";
import { extensionsAt } from "@/lib/windows/calendar";
import { calendarNow } from "@/lib/returns/queries";
import { windowAt, windowSentence } from "@/lib/windows/reporting-window";
import { windowsOfYear } from "@/lib/windows/windows-of-year";

/** The reporting windows of this year and the next, and why each closes when it does. */
export default async function WindowsPage() {
  const time = now();
  const calendar = await calendarNow();
  const extensions = extensionsAt(calendar, time);
  const { current, next } = windowAt(time, calendar.holidays, extensions);
  const { year } = londonDate(time);
  return (
    <Page heading="Reporting windows" width="wide">
      <p>
        Care homes and home care services file a return each month. Its window opens at the start of the 8th and closes
        at the end of the 14th. Where the 14th falls on a weekend or on a bank holiday in England, it closes at the end
        of the next working day. The opening date never changes.
      </p>
      <InsetText>
        {current
          ? `The ${formatMonth(current.month)} window is open. ${windowSentence(current, time)}.`
          : `The next window is ${formatMonth(next.month)}. ${windowSentence(next, time)}.`}
      </InsetText>
      <p>
        <a href="/windows/calendar.ics">Subscribe to these windows in your calendar</a>
      </p>
      {[year, year + 1].map((each) => (
        <Table
          key={each}
          caption={`${each}`}
          captionSize="m"
          rows={windowsOfYear(each, calendar.holidays, extensions)}
          rowKey={({ window }) => window.month}
          columns={[
            { key: "month", heading: "Window", cell: ({ window }) => formatMonth(window.month) },
            { key: "opens", heading: "Opens at the start of", cell: ({ opens }) => opens },
            { key: "closes", heading: "Closes at", cell: ({ closes }) => closes },
            { key: "why", heading: "Why", cell: ({ why }) => why },
          ]}
        />
      ))}
      <p>
        {calendar.holidays.announcedUntil
          ? `Bank holidays up to ${formatDate(calendar.holidays.announcedUntil)} are as announced by the government. Later ones follow the usual rules.`
          : "Bank holidays are worked out from the usual rules. A one-off bank holiday changes the window as soon as it is added here."}
      </p>
    </Page>
  );
}
