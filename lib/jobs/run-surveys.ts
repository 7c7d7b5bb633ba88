import { db, system, transact } from "@/lib/db";
import { formatCount } from "@/lib/format";
import { dayOf, daysBetween } from "@/lib/london";
import type { Message } from "@/lib/outbox/queue-email";
import { lastDayOf, surveyState, takesAnswers } from "@/lib/surveys/state";
import { peopleToRemind, type SurveyReader } from "@/lib/surveys/unanswered";
import { reminderDays } from "./pressing";
import { queueInParts } from "./queue-in-parts";

/**
 * Opens surveys whose day has come, closes those whose last day has passed, and reminds people who have not answered:
 * some days before it closes, and whenever support asks for it. It can be stopped half way and run again.
 */
export async function runSurveys(now: Date): Promise<string> {
  const surveys = await db.survey.findMany({
    where: { events: { some: { what: "published" } } },
    include: { events: { orderBy: { id: "asc" } } },
    orderBy: { id: "asc" },
  });
  let [opened, closed, written] = [0, 0, 0];
  for (const { id, title, opensAt, closesAt, events } of surveys) {
    let state = surveyState(events);
    if (state === "waiting" && opensAt !== null && opensAt <= now) {
      await happened(id, "opened", now);
      state = "open";
      opened++;
    }
    if (state === "open" && closesAt !== null && closesAt <= now) {
      await happened(id, "closed", now);
      state = "closed";
      closed++;
    }
    const asked = events.filter(({ what, mailedAt }) => what === "reminded" && mailedAt === null);
    if (takesAnswers({ state, closesAt }, now)) {
      const reminders = [...byDate(closesAt, now), ...asked.map((event) => `press ${event.id}`)];
      for (const reminder of reminders) written += await remind({ id, title, closesAt, reminder }, now);
    }
    for (const event of asked)
      await transact(system("surveys"), "emailed a reminder", (tx) =>
        tx.surveyEvent.update({ where: { id: event.id }, data: { mailedAt: now } }),
      );
  }
  return `${formatCount("survey", opened)} opened, ${closed} closed, ${formatCount("reminder", written)}`;
}

const happened = (surveyId: number, what: "opened" | "closed", now: Date) =>
  transact(system("surveys"), `${what} a survey`, (tx) => tx.surveyEvent.create({ data: { surveyId, what, at: now } }));

/** The reminder that is due now, by its days before the last day; none if that is still too far away. */
function byDate(closesAt: Date | null, now: Date): string[] {
  if (closesAt === null) return [];
  const lastDay = lastDayOf(closesAt);
  const reminder = reminderDays().find((before) => before >= daysBetween(dayOf(now), lastDay));
  return reminder === undefined ? [] : [`${lastDay} ${reminder}`];
}

interface Reminding {
  id: number;
  title: string;
  closesAt: Date | null;
  /** Which of its reminders this is: each goes to a person once. */
  reminder: string;
}

const remind = async ({ id, title, closesAt, reminder }: Reminding, now: Date): Promise<number> =>
  queueInParts(await peopleToRemind(id, now), "a survey is to be answered", now, (part: readonly SurveyReader[]) =>
    part.map(({ email, name, accountId, locations }): Message => ({
      template: "survey-reminder",
      to: email,
      ...(accountId !== null && { accountId }),
      uniqueKey: `survey:${id}:${reminder}:${email.toLowerCase()}`,
      props: {
        ...(name !== null && { name }),
        survey: title,
        ...(closesAt && { lastDay: lastDayOf(closesAt) }),
        locations,
        path: "/surveys",
        account: accountId !== null,
      },
    })),
  );
