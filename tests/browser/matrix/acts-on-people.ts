import type { OwnService } from "@/tests/browser/own-service";
import { act, none, support, whole, type Act } from "./act";

/** What is done about people: a colleague, another organisation's, the council's, and nobody's. */
export async function actsOnPeople(service: OwnService): Promise<Act[]> {
  const one = async (sql: string) => (await service.sql<{ id: string }>(`select (${sql})::text as id`))[0]?.id ?? none;
  const account = (role: string) => one(`select id from account where email = '${role}@demo.example'`);
  const relations = [
    { self: "manager", may: ["approver"] },
    { self: "homecare", may: [] },
    { self: "council", may: [] },
  ];
  const acts: Act[] = [];
  for (const { self, may } of relations) {
    const person = await account(self);
    const access = await one(`select min(id) from access where account_id = ${person} and ended_at is null`);
    const day = { "endsOn.day": "1", "endsOn.month": "12", "endsOn.year": "2026" };
    acts.push(
      act("askSupport", [...may, "support"], { person, reason: "" }),
      whole("resetPerson", [...may, "support"], { person }),
      whole("unlockPersonAccount", [...may, "support"], { person }),
      act("closePerson", [...may, "support"], { person, reason: "" }),
      act("removePersonAccess", [...may, "support"], { person, access, reason: "" }),
      whole("setPersonLevel", [...may, self, "support"], { person, access, level: "approver" }),
      whole("limitPersonAccess", [...may, "support"], { person, access, ...day }),
    );
  }
  return acts;
}

/** What support alone does, with the reason left out that it must give. */
export const actsOfSupport = (person: string): Act[] => {
  const reason = "";
  const someone = { fullName: "Una New", email: "una.new@trust.example", telephone: "0161 496 0000" };
  const upload = none;
  const beds = { label: "", from: "", until: "", definition: "", reason };
  return [
    act("openPersonRecord", support, { person, reason }),
    act("correctPerson", support, { person, ...someone, jobTitle: "Nurse", reason }),
    act("givePersonAccess", support, { person, target: "location:1", level: "standard", reason }),
    act("mergePeople", support, { person, other: none, reason }),
    whole("signOutEverywhere", support, { person }),
    act("answerAsker", support, { person, request: none, answer: "" }),
    act("answerFinder", support, { person, decision: "", answer: "" }),
    act("resetPersonSecondFactor", support, { person, reason }),
    act("reopenPerson", support, { person, reason }),
    act("proposeForSupport", support, { ...someone, jobTitle: "Nurse", reason }),
    act("decideSupportProposal", [], { proposal: none, decision: "approved" }),
    act("makeShared", support, { ...someone, reason }),
    act("runNow", support, { job: "none" }),
    act("resendMessage", support, { id: "00000000-0000-4000-8000-000000000000" }),
    ...["confirmRegister", "retryRegister", "discardRegister"].map((name) => act(name, support, { upload })),
    act("previewRegisterAgain", support, { upload, full: "no" }),
    act("sendManagersFile", support),
    ...["confirmManagersFile", "retryManagersFile", "discardManagersFile"].map((name) =>
      act(name, support, { upload }),
    ),
    act("extend", support, {
      ...{ month: "2026-11", locations: "", reason },
      ...{ "last_day.day": "", "last_day.month": "", "last_day.year": "" },
    }),
    act("end", support, { what: "season", id: "1", reason }),
    act("excuse", support, { location: "", collection: "", month: "2026-11", reason }),
    act("season", support, { key: "", reason }),
    act("firstWindow", support, { month: "", reason }),
    act("switchOn", support, { collection: "care_home", reason }),
    act("addBeds", support, beds),
    act("correctBeds", support, { ...beds, key: "GEN_RES" }),
    act("acceptOne", support, { collection: "care_home", month: "2026-11", reason }),
    act("savePolicyStatement", support, { statement: "", reason }),
    act("keepNews", support, {
      ...{ title: "", summary: "", body: "", areas: "" },
      ...{ "showsFrom.day": "", "showsFrom.month": "", "showsFrom.year": "" },
    }),
    ...["publishDraft", "takeNewsBack"].map((name) => act(name, support, { id: none })),
    act("beginSurvey", support, { title: "", intro: "" }),
    act("renameSurvey", support, { survey: none, title: "", intro: "" }),
    act("keepSurveyPart", support, { survey: none, part: "p1", looked: "" }),
    act("changeSurveyPart", support, { survey: none, part: "p1", act: "up" }),
    act("keepSurveyAims", support, {
      ...{ survey: none, areas: "", locations: "", "opensOn.day": "", "opensOn.month": "", "opensOn.year": "" },
      ...{ "closesOn.day": "", "closesOn.month": "", "closesOn.year": "" },
    }),
    act("publishSurveyDraft", support, { survey: none }),
    act("runSurvey", support, { survey: none, act: "close" }),
    act("versionSurvey", support, { survey: none, act: "start" }),
    act("wordSurveyHelp", support, { survey: none, part: "intro", text: "" }),
    act("trySurveyAnswers", support, { survey: none }),
    act("saveFindingSettings", support, { reason }),
  ];
};
