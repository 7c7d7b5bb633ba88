"use server";
import { z } from "zod";
import { done } from "@/lib/outcome";
import { newerFields, replacesNewer } from "@/lib/records/edit-record";
import { sendAnswers } from "@/lib/surveys/send-answers";
import { formAction } from "@/lib/web/action";

const ofTheForm = new Set<string>(["location", "survey", "version", "looked", ...newerFields]);
const number = (text: unknown) => (typeof text === "string" && /^\d{1,9}$/.test(text) ? Number(text) : 0);

/** Sends a location's answers to a survey, or changes them. What was left out is named on the page that follows. */
export const sendSurveyAnswers = formAction(
  z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  async (user, typed, { now }) => {
    const [locationId, surveyId] = [number(typed.location), number(typed.survey)];
    const posted = Object.fromEntries(Object.entries(typed).filter(([name]) => !ofTheForm.has(name)));
    const seen = { version: number(typed.version), looked: number(typed.looked), over: replacesNewer(typed) };
    const sent = await sendAnswers(user, { locationId, surveyId, posted, ...seen }, now);
    if (!sent.ok) return sent;
    const left = sent.value.dropped.length > 0 ? `&left=${sent.value.dropped.join(",")}` : "";
    return done({ to: `/providers/${locationId}/surveys/${surveyId}?sent=now${left}` });
  },
);
