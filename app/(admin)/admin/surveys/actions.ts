"use server";
import { z } from "zod";
import { dayTyped } from "@/lib/london";
import { done, type Outcome } from "@/lib/outcome";
import { aimSurvey } from "@/lib/surveys/support/aim-survey";
import { closeSurvey, openSurvey, remindOfSurvey } from "@/lib/surveys/support/close-survey";
import { publishSurvey } from "@/lib/surveys/support/publish-survey";
import { movePart, removePart, savePart } from "@/lib/surveys/support/save-part";
import { makeSurvey, nameSurvey } from "@/lib/surveys/support/save-survey";
import { discardVersion, startVersion, wordHelp } from "@/lib/surveys/support/start-version";
import { tryAnswers } from "@/lib/surveys/support/try-answers";
import { formAction } from "@/lib/web/action";

const number = z.string().regex(/^[1-9]\d{0,8}$/);
const partKey = z.string().regex(/^[a-z]{1,8}\d{0,4}$/);
const text = z.string();
const of = z.strictObject({ survey: number });
const day = { day: text, month: text, year: text };
const dates = Object.fromEntries(
  ["opensOn", "closesOn"].flatMap((field) => Object.entries(day).map(([part, shape]) => [`${field}.${part}`, shape])),
) as Record<`${"opensOn" | "closesOn"}.${keyof typeof day}`, typeof text>;

const back = (outcome: Outcome<unknown>, survey: string, said: string) =>
  outcome.ok ? done({ to: `/admin/surveys/${survey}?done=${said}` }) : outcome;

/** Begins a survey. */
export const beginSurvey = formAction(z.strictObject({ title: text, intro: text }), async (user, typed, { now }) => {
  const made = await makeSurvey(user, typed, now);
  return made.ok ? done({ to: `/admin/surveys/${made.value.id}?done=begun` }) : made;
});

/** Changes the title of a survey and its introduction. */
export const renameSurvey = formAction(
  z.strictObject({ survey: number, title: text, intro: text }),
  async (user, { survey, ...typed }, { now }) =>
    back(await nameSurvey(user, Number(survey), typed, now), survey, "saved"),
);

/** Keeps a heading or a question of a survey's draft. */
export const keepSurveyPart = formAction(
  z.strictObject({
    survey: number,
    part: z.union([z.literal(""), partKey]),
    looked: z.string().max(12),
    kind: text.default(""),
    title: text.default(""),
    text: text.default(""),
    label: text.default(""),
    short: text.default(""),
    hint: text.default(""),
    required: z.literal("yes").optional(),
    choices: text.default(""),
    shownIf: text.default(""),
  }),
  async (user, { survey, part, looked, required, ...typed }, { now }) => {
    const given = { surveyId: Number(survey), part, looked, typed: { ...typed, required: required === "yes" } };
    return back(await savePart(user, given, now), survey, "saved");
  },
);

/** Moves a heading or a question of a survey's draft up or down, or removes it. */
export const changeSurveyPart = formAction(
  z.strictObject({ survey: number, part: partKey, act: z.enum(["up", "down", "remove"]) }),
  async (user, { survey, part, act }, { now }) => {
    const id = Number(survey);
    if (act === "remove") return back(await removePart(user, id, part, now), survey, "removed");
    const moved = await movePart(user, id, part, act === "up" ? -1 : 1, now);
    return moved.ok ? done({ to: `/admin/surveys/${survey}?done=moved#${part}` }) : moved;
  },
);

/** Says who a survey is for, and from when until when. */
export const keepSurveyAims = formAction(
  z.strictObject({
    survey: number,
    forTypes: z.union([text, z.array(text)]).default([]),
    areas: text,
    locations: text,
    ...dates,
  }),
  async (user, { survey, forTypes, areas, locations, ...typed }, { now }) => {
    const on = (field: "opensOn" | "closesOn") => {
      const parts = [typed[`${field}.day`], typed[`${field}.month`], typed[`${field}.year`]] as const;
      return parts.join("").trim() === "" ? "" : dayTyped(...parts);
    };
    const aims = { forTypes: [forTypes].flat(), areas, locations, opensOn: on("opensOn"), closesOn: on("closesOn") };
    return back(await aimSurvey(user, Number(survey), aims, now), survey, "saved");
  },
);

/** Publishes a survey's draft. */
export const publishSurveyDraft = formAction(of, async (user, { survey }, { now }) =>
  back(await publishSurvey(user, Number(survey), now), survey, "published"),
);

/** Closes a survey, opens it, or asks for a reminder. */
export const runSurvey = formAction(
  z.strictObject({ survey: number, act: z.enum(["close", "open", "remind"]) }),
  async (user, { survey, act }, { now }) => {
    const acts = { close: closeSurvey, open: openSurvey, remind: remindOfSurvey };
    return back(await acts[act](user, Number(survey), now), survey, act);
  },
);

/** Begins a new version of a survey, or throws its draft away. */
export const versionSurvey = formAction(
  z.strictObject({ survey: number, act: z.enum(["start", "discard"]) }),
  async (user, { survey, act }, { now }) =>
    act === "start"
      ? back(await startVersion(user, Number(survey), now), survey, "started")
      : back(await discardVersion(user, Number(survey)), survey, "discarded"),
);

/** Changes the help text of one part of a published survey. */
export const wordSurveyHelp = formAction(
  z.strictObject({ survey: number, part: partKey, text }),
  async (user, { survey, part, text: words }, { now }) =>
    back(await wordHelp(user, Number(survey), { part, text: words }, now), survey, "saved"),
);

/** Tries answers in a preview: says what a provider would be told, and keeps nothing. */
export const trySurveyAnswers = formAction(
  z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  async (user, { survey, ...posted }) => {
    const id = typeof survey === "string" && /^[1-9]\d{0,8}$/.test(survey) ? Number(survey) : 0;
    const tried = await tryAnswers(user, id, posted);
    return tried.ok
      ? done({ to: `/admin/surveys/${id}/preview?tried=${tried.value.dropped.join(",") || "all"}` })
      : tried;
  },
);
