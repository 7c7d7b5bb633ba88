import { HowTo } from "@/app/shell/how-to/how-to";
import { addressWith, ListSearchForm, ListTable, type AddressParams } from "@/components/tables";
import { Details, EmptyState, NotificationBanner, Page } from "@/components/ui";
import type { User } from "@/lib/access/user";
import { now } from "@/lib/clock";
import { formatCount, formatDateTime } from "@/lib/format";
import type { SeenArea } from "@/lib/reports/queries";
import { worklistReasons, type WorklistReason } from "@/lib/reports/worklist/reasons";
import { colleaguesIn, teamsOf } from "@/lib/reports/worklist/team";
import { worklist } from "@/lib/reports/worklist/worklist";
import { windowsNow } from "@/lib/returns/queries";
import { windowInFull } from "@/lib/windows/reporting-window";
import { worklistOf } from "./address";
import { Together } from "./together";
import { reasonsCounted, worklistColumns } from "./columns";

/** Who to call, of one area or of everywhere that someone oversees: a list that shortens as returns come in. */
export async function WorklistPage(props: {
  user: User;
  area: SeenArea | null;
  path: string;
  back: string;
  params: AddressParams;
}) {
  const { user, area, path, params } = props;
  const time = now();
  const { wanted, place } = worklistOf(params);
  const [windows, list, colleagues] = await Promise.all([
    windowsNow(time),
    worklist(user, area, wanted, time),
    colleaguesIn(teamsOf(user), time),
  ]);
  const done = doneInWords(params);
  const window = windows.current ?? windows.latestOpened;
  const reasonWords: Record<string, string> = { all: "Every reason" };
  for (const [reason, words] of Object.entries(worklistReasons))
    reasonWords[reason] = `${words} (${(list.counts[reason as WorklistReason] ?? 0).toLocaleString("en-GB")})`;
  const assignedWords: Record<string, string> = { all: "Anyone or no one", me: "You", nobody: "No one" };
  for (const { id, name } of colleagues) if (id !== user.id) assignedWords[String(id)] = name;
  const to = (format: string) => addressWith(`${path}/download`, params, { format, page: null, size: null });
  return (
    <Page
      heading={area?.name ?? "Everywhere you oversee"}
      caption="Worklist"
      summary={`${windowInFull(window, time)} As of ${formatDateTime(time)}.`}
      back={{ href: props.back, label: area ? area.name : "Reports" }}
      width="full"
      banner={done && <NotificationBanner heading={done} success />}
    >
      <p>{reasonsCounted(list.total, list.counts)} A location leaves the list when its return comes in.</p>
      <HowTo guide="who-has-filed" />
      <ListSearchForm
        path={path}
        press="Show locations"
        sought={{ name: "search", label: "Name, provider or postcode", value: wanted.search }}
        chosen={{ name: "reason", label: "Why", value: wanted.reason, choices: reasonWords }}
        alsoChosen={{ name: "assigned", label: "Assigned to", value: wanted.assigned, choices: assignedWords }}
      />
      <Together
        from={addressWith(path, params, { ...said, page: place.page === 1 ? null : place.page })}
        hasRows={list.rows.length > 0}
        acts={[
          { value: "remind", label: "Send each a reminder by email" },
          { value: `assign:${user.id}`, label: "Assign to you" },
          ...colleagues
            .filter(({ id }) => id !== user.id)
            .map(({ id, name }) => ({ value: `assign:${id}`, label: `Assign to ${name}` })),
          { value: "assign:", label: "Assign to no one" },
        ]}
      >
        <ListTable
          caption="Locations to ring"
          of={["location", "locations"]}
          columns={worklistColumns(
            time,
            addressWith(path, params, { ...said, page: place.page === 1 ? null : place.page }),
          )}
          rows={list.rows}
          rowKey={(row) => String(row.id)}
          total={list.total}
          path={path}
          params={{ ...params, ...nothingSaid }}
          place={{ ...place, page: list.page }}
          chooser
          filters={[
            ...(wanted.search ? [{ label: `“${wanted.search}”`, without: { search: null } }] : []),
            ...(wanted.reason === "all" ? [] : [{ label: worklistReasons[wanted.reason], without: { reason: null } }]),
            ...(wanted.assigned === "all"
              ? []
              : [
                  {
                    label: `Assigned to: ${assignedWords[wanted.assigned] ?? "someone else"}`,
                    without: { assigned: null },
                  },
                ]),
          ]}
          exports={[
            { label: "Download as Excel", href: to("xlsx") },
            { label: "Download as CSV", href: to("csv") },
          ]}
          empty={
            <EmptyState heading="No one to ring">
              No location matches. When a location has not filed, or no one can file for it, it will be here.
            </EmptyState>
          }
        />
      </Together>
      <Details summary="Why a location is on this list">
        <dl className="nhsuk-body">
          <dt className="font-semibold">Not filed</dt>
          <dd>It has not filed for this window, in time or late.</dd>
          <dt className="font-semibold">At risk</dt>
          <dd>Its last 2 windows were missed.</dd>
          <dt className="font-semibold">Notice threshold reached</dt>
          <dd>Its last 3 windows were missed, or any 4 of the last 12.</dd>
          <dt className="font-semibold">Says it is not active</dt>
          <dd>Someone rang it and was told that the service is not active. It has filed nothing since.</dd>
          <dt className="font-semibold">No users, or one user only</dt>
          <dd>No one, or only one person, has an account that can file for it.</dd>
          <dt className="font-semibold">Vacancy in doubt</dt>
          <dd>Someone rang about a free bed and it was taken. The home has not confirmed its beds since.</dd>
          <dt className="font-semibold">Vacancy not confirmed lately</dt>
          <dd>It shows free beds, confirmed longer ago than its vacancies usually last.</dd>
        </dl>
        <p>Contains CQC information licensed under the Open Government Licence v3.0.</p>
      </Details>
    </Page>
  );
}

/** The parts of the address that say what was just done, and do not belong to the list. */
const said = { said: null, locations: null, people: null, left: null };
const nothingSaid = { said: undefined, locations: undefined, people: undefined, left: undefined };

/** "Reminders sent to 4 people at 3 locations. 1 location was left as it was: it was reminded today, or nothing is due". */
function doneInWords({ said, ...params }: AddressParams): string | null {
  const count = (name: string) => {
    const text = params[name];
    return typeof text === "string" && /^\d{1,4}$/.test(text) ? Number(text) : 0;
  };
  const [locations, left] = [formatCount("location", count("locations")), count("left")];
  const others = (could: string) => (left > 0 ? `. ${formatCount("location", left)} could not be ${could}` : "");
  if (said === "reminded")
    return `Reminders sent to ${formatCount("person", count("people"), "people")} at ${locations}${others("reminded: already reminded today, nothing due, or no one to email")}`;
  return said === "assigned"
    ? `${locations} assigned${others("assigned: the person is not in the team there, or someone else has just assigned it")}`
    : null;
}
