import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import type { Outcome } from "@/lib/outcome";
import { aimSurvey, type AimsTyped } from "@/lib/surveys/support/aim-survey";
import type { PartTyped } from "@/lib/surveys/support/check-part";
import { publishSurvey } from "@/lib/surveys/support/publish-survey";
import { savePart } from "@/lib/surveys/support/save-part";
import { makeSurvey } from "@/lib/surveys/support/save-survey";

/** A question as support might type it. */
export const partTyped = (changes: Partial<PartTyped> = {}): PartTyped => ({
  kind: "yesNo",
  title: "",
  text: "",
  label: "Do you have syringe drivers?",
  short: "Has syringe drivers",
  hint: "",
  required: true,
  choices: "",
  shownIf: "",
  ...changes,
});

/** Whether there are any (p1), if so how many (p2), who services them (p3), since when (p4), and what else there is to say (p5). */
export const syringeDrivers: readonly PartTyped[] = [
  partTyped(),
  partTyped({ kind: "count", label: "How many?", short: "Syringe drivers", shownIf: "p1=yes" }),
  partTyped({
    kind: "some",
    label: "Who services them?",
    short: "Serviced by",
    choices: "The maker\nThe NHS\nWe do",
    shownIf: "p1=yes",
  }),
  partTyped({
    kind: "date",
    label: "When were they last serviced?",
    short: "Last serviced",
    required: false,
    shownIf: "p1=yes",
  }),
  partTyped({ kind: "text", label: "Is there anything else?", short: "Anything else", required: false }),
];

/** Of whom it is asked and when, as support might type it: every care home, from now on, until it is closed. */
export const aimsTyped = (changes: Partial<AimsTyped> = {}): AimsTyped => ({
  forTypes: ["care_home"],
  areas: "",
  locations: "",
  opensOn: "",
  closesOn: "",
  ...changes,
});

/** The value of what must have worked. */
export function worked<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join("; "));
  return outcome.value;
}

/** A survey with these questions, which is still a draft. */
export async function surveyDrafted(user: User, parts: readonly PartTyped[], now: Date): Promise<number> {
  const { id } = worked(await makeSurvey(user, { title: "Syringe drivers", intro: "" }, now));
  for (const typed of parts) worked(await savePart(user, { surveyId: id, part: "", looked: "", typed }, now));
  return id;
}

/** A survey that is out, for these locations. */
export async function surveyOut(
  user: User,
  aims: Partial<AimsTyped>,
  now: Date,
  parts = syringeDrivers,
): Promise<number> {
  const id = await surveyDrafted(user, parts, now);
  worked(await aimSurvey(user, id, aimsTyped(aims), now));
  worked(await publishSurvey(user, id, now));
  return id;
}

/** What became of a survey, in order. */
export const happenedTo = async (surveyId: number): Promise<string[]> =>
  (await db.surveyEvent.findMany({ where: { surveyId }, orderBy: { id: "asc" } })).map(({ what }) => what);
