import type { Month } from "@/lib/london";
import { questionsAsked } from "@/lib/questions/asked";
import { bedFigures, type BedType, meaningOf } from "@/lib/questions/beds";
import { type Collection, collections, isMandated } from "@/lib/questions/collections";
import { nilReasons } from "@/lib/questions/nil-reasons";
import type { Question } from "@/lib/questions/question";
import { largestAnswers, longestText } from "@/lib/questions/read";
import type { Season } from "@/lib/questions/seasons";

/** A JSON Schema (2020-12), as far as we write any. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Must it be answered, whatever the other answers are? */
const isRequired = ({ mayBeBlank, onlyIf, orElse }: Question) =>
  mayBeBlank === undefined && onlyIf === undefined && orElse === undefined;

function valueOf({ kind, choices = [] }: Question): JsonSchema {
  switch (kind) {
    case "count":
      return { type: ["integer", "null"], minimum: 0, maximum: largestAnswers.count };
    case "hours":
      return { type: ["number", "null"], minimum: 0, maximum: largestAnswers.hours, multipleOf: 0.01 };
    case "percent":
      return { type: ["number", "null"], minimum: 0, maximum: largestAnswers.percent, multipleOf: 0.01 };
    case "yesNo":
      return { type: ["boolean", "null"] };
    case "text":
      return { type: ["string", "null"], maxLength: longestText };
    case "date":
      return { type: ["string", "null"], format: "date" };
    case "some":
      return {
        type: ["string", "null"],
        description: `Any of these with a comma between: ${choices.map(({ key }) => key).join(", ")}`,
      };
    case "choice":
    case "status":
      return { enum: [...choices.map(({ key }) => key), null] };
  }
}

const questionSchema = (question: Question): JsonSchema => ({
  title: question.short,
  description: [question.label, question.hint].filter(Boolean).join(" "),
  ...valueOf(question),
});

const bedCount: JsonSchema = {
  type: "object",
  properties: {
    ...Object.fromEntries(
      bedFigures.map((figure) => [figure, { type: ["integer", "null"], minimum: 0, maximum: largestAnswers.count }]),
    ),
    open: { type: ["boolean", "null"], description: "Open to admissions" },
  },
  required: ["capacity", "occupied", "reserved", "accepting"],
  additionalProperties: false,
};

/** Beds by type: what is left of the capacity is unavailable, and is never sent. */
export const bedsSchema = (bedTypes: readonly BedType[]): JsonSchema => ({
  type: "object",
  description: "Beds by type. Leave out a type that the location does not have: blank is not 0.",
  properties: {
    open: { type: ["boolean", "null"], description: "Whether the location as a whole takes people" },
    types: {
      type: "object",
      properties: Object.fromEntries(
        bedTypes.map((type) => [type.key, { title: type.label, description: meaningOf(type), ...bedCount }]),
      ),
      additionalProperties: false,
    },
  },
  additionalProperties: false,
});

export const acceptedSchema: JsonSchema = {
  type: "array",
  description:
    "Warnings that you accept because the figure is right: the code that a refusal gave, and a reason if you like.",
  items: {
    type: "object",
    properties: { code: { type: "string" }, reason: { type: "string", maxLength: 500 } },
    required: ["code"],
    additionalProperties: false,
  },
};

/** What a system sends to file a collection in a month: made from the questions that are asked then, and nothing else. */
export function returnSchema(
  collection: Collection,
  month: Month,
  seasons: readonly Season[],
  bedTypes: readonly BedType[],
): JsonSchema {
  const asked = questionsAsked(collection, month, seasons);
  const nil: JsonSchema = {
    type: "object",
    description: "A nil return: there is nothing to count, and why.",
    properties: {
      reason: {
        enum: nilReasons.map(({ key }) => key),
        description: nilReasons.map(({ key, label }) => `${key}: ${label}`).join(". "),
      },
      note: { type: "string", maxLength: 500 },
    },
    required: ["reason"],
    additionalProperties: false,
  };
  return {
    title: `${collections[collection].label}, ${month}`,
    type: "object",
    properties: {
      answers: {
        type: "object",
        properties: Object.fromEntries(asked.map((question) => [question.key, questionSchema(question)])),
        required: asked.filter(isRequired).map(({ key }) => key),
        additionalProperties: false,
      },
      ...(bedTypes.length > 0 && { beds: bedsSchema(bedTypes) }),
      unchanged: {
        type: "object",
        description:
          "Nothing has changed since these figures. Send the value of figures that you got when you read what is asked.",
        properties: { figures: { type: "string" } },
        required: ["figures"],
        additionalProperties: false,
      },
      ...(isMandated(collection) && { nil }),
      accepted: acceptedSchema,
      standing: {
        type: ["string", "null"],
        description:
          "The reference of the return that yours replaces, as you got it when you read what is asked. If another has been filed since, yours is refused.",
      },
    },
    anyOf: [
      { required: ["answers"] },
      { required: ["unchanged"] },
      ...(isMandated(collection) ? [{ required: ["nil"] }] : []),
    ],
    additionalProperties: false,
  };
}
