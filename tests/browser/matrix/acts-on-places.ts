import { act, none, support, whole, type Act } from "./act";
import { finders, overseers } from "./pages";
import type { Target } from "./targets";

/** What is done about a place, for each of the places. */
export const actsOnPlaces = (targets: readonly Target[]): Act[] =>
  targets.flatMap(({ id, collection, survey, files, sees, relation }) => {
    const location = String(id);
    const form = { "form.location": location, "form.collection": collection, "form.key": `form-${id}` };
    const chasers = sees.filter((role) => role === "support" || overseers.includes(role));
    const edits = relation === "none" ? [] : [...files, "support"];
    const finding = relation === "none" ? [] : finders;
    return [
      whole("keepReturn", files, { ...form, "form.draft": "0", "form.press": "check" }),
      ...["sendReturn", "sendUnchanged", "sendNil"].map((name) => act(name, files, { ...form, "form.draft": "0" })),
      act("sendSurveyAnswers", files, { location, survey: String(survey), version: "1", looked: "0" }),
      act("saveBeds", files, { location, key: `beds-${id}` }),
      whole("confirmStillSo", files, { location, looked: "1" }),
      act("keepContact", chasers, { location, result: "" }),
      whole("sendReminder", chasers, { location }),
      act("doTogether", chasers, { location, act: `assign:${none}` }),
      act("assignTo", chasers, { location, colleague: none }),
      whole("shortlistPlace", finding, { location, on: "yes", back: "place" }),
      act("tellOfCall", finding, { location, looked: "0", bedType: "", result: "" }),
      act("sayAsking", [], { location, bedType: "", until: "" }),
      act("keepContactDetails", edits, {
        location,
        contact: "0",
        version: "0",
      }),
      act("dropContact", edits, { location, contact: none }),
      ...ofRecord(location, edits),
      act("stopAsking", finders, { location, enquiry: none }),
    ];
  });

/** What is done about a location's record. */
const ofRecord = (location: string, edits: readonly string[]): Act[] => [
  act("keepNote", edits, { location, note: "0", text: "" }),
  whole("dropNote", edits, { location, note: none }),
  whole("keepOwnDetails", edits, { location, version: "0" }),
  whole("addPractice", edits, { location, practice: none }),
  whole("dropPractice", edits, { location, practice: none }),
  whole("keepSuitability", edits, { location, looked: "0" }),
  act("keepStatus", edits, { location, looked: "0", said: "" }),
  whole("dropStatus", edits, { location }),
  act("keepPamms", support, { location, rating: "" }),
  whole("dropPamms", support, { location, rating: none }),
];
