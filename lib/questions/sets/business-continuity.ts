import { statuses, supplyStatuses } from "@/lib/questions/parts";
import type { Question, QuestionSet, Section } from "@/lib/questions/question";

/** The two parts of a page that ask how a service is coping. */
export const continuitySections = [
  { key: "status", title: "How you are coping", hint: "Answer for today." },
  { key: "supplies", title: "Supplies", hint: "Answer for the protective equipment you have today." },
] as const satisfies readonly Section[];

/** How a service is coping: its status, its workforce and its supplies by colour. Given any day, never mandated. */
export const continuityQuestions = [
  {
    key: "overall_status",
    label: "What is your current status?",
    short: "Current status",
    enter: "your current status",
    kind: "status",
    section: "status",
    choices: statuses,
  },
  {
    key: "workforce_status",
    label: "What is the status of your workforce?",
    short: "Workforce",
    enter: "the status of your workforce",
    kind: "status",
    section: "status",
    choices: statuses,
  },
  {
    key: "continuity_notes",
    label: "Is there anything the people who support you should know?",
    short: "Notes",
    enter: "what the people who support you should know",
    hint: "Do not name anyone or include anything that could identify a person.",
    kind: "text",
    section: "status",
    mayBeBlank: "freely",
  },
  {
    key: "ppe_masks",
    label: "How is your supply of masks?",
    short: "Masks",
    enter: "the status of your supply of masks",
    kind: "status",
    section: "supplies",
    choices: supplyStatuses,
  },
  {
    key: "ppe_gloves",
    label: "How is your supply of gloves?",
    short: "Gloves",
    enter: "the status of your supply of gloves",
    kind: "status",
    section: "supplies",
    choices: supplyStatuses,
  },
  {
    key: "ppe_aprons",
    label: "How is your supply of aprons?",
    short: "Aprons",
    enter: "the status of your supply of aprons",
    kind: "status",
    section: "supplies",
    choices: supplyStatuses,
  },
  {
    key: "ppe_eyes",
    label: "How is your supply of eye protection?",
    short: "Eye protection",
    enter: "the status of your supply of eye protection",
    kind: "status",
    section: "supplies",
    choices: supplyStatuses,
  },
  {
    key: "ppe_sanitiser",
    label: "How is your supply of hand sanitiser?",
    short: "Hand sanitiser",
    enter: "the status of your supply of hand sanitiser",
    kind: "status",
    section: "supplies",
    choices: supplyStatuses,
  },
] as const satisfies readonly Question[];

export const businessContinuity = {
  key: "business_continuity",
  sections: continuitySections,
  questions: continuityQuestions,
} as const satisfies QuestionSet;
