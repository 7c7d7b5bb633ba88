import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";
import { surveyState, type SurveyState, takesAnswers } from "@/lib/surveys/state";

/** Closes a survey: its answers stay as they are from then on. */
export const closeSurvey = (user: User, id: number, now: Date): Promise<Outcome<null>> =>
  happens(user, id, "closed", now, ({ state }) => (state === "open" ? null : "This survey is not open"));

/** Opens a survey that waits for its day, or opens a closed one again, where its last day has not passed. */
export const openSurvey = (user: User, id: number, now: Date): Promise<Outcome<null>> =>
  happens(user, id, "opened", now, ({ state, closesAt }) => {
    if (state === "draft") return "This survey has not been published yet";
    if (state === "open") return "This survey is already open";
    return takesAnswers({ state: "open", closesAt }, now)
      ? null
      : "The last day of this survey has passed. Give it a later one first, or none";
  });

/** Asks for a reminder to everyone who has not answered an open survey. It is emailed by scheduled work, once. */
export const remindOfSurvey = (user: User, id: number, now: Date): Promise<Outcome<null>> =>
  happens(user, id, "reminded", now, ({ state, closesAt, waiting }) => {
    if (!takesAnswers({ state, closesAt }, now)) return "This survey is not open, so no one can answer it";
    return waiting ? "A reminder is already on its way" : null;
  });

interface Standing {
  state: SurveyState;
  closesAt: Date | null;
  /** A reminder was asked for that is still to be emailed. */
  waiting: boolean;
}

async function happens(
  user: User,
  id: number,
  what: "closed" | "opened" | "reminded",
  now: Date,
  inTheWay: (standing: Standing) => string | null,
): Promise<Outcome<null>> {
  allow(user, "run surveys");
  return transact(user, `${what} a survey`, async (tx) => {
    await tx.$queryRaw`select id from survey where id = ${id} for update`;
    const survey = await tx.survey.findUnique({ where: { id }, include: { events: { orderBy: { id: "asc" } } } });
    if (!survey) return refused({ message: "There is no such survey" });
    const { events, closesAt } = survey;
    const waiting = events.some((event) => event.what === "reminded" && event.mailedAt === null);
    const message = inTheWay({ state: surveyState(events), closesAt, waiting });
    if (message !== null) return refused({ message });
    await tx.surveyEvent.create({ data: { surveyId: id, what, at: now, byId: user.id } });
    return done(null);
  });
}
