import type { OwnService } from "@/tests/browser/own-service";
import { but, everyone, filers, finders, requestToDecide } from "./pages";
import { act, none, whole, type Act } from "./act";
import { actsOfSupport, actsOnPeople } from "./acts-on-people";
import { actsOnPlaces } from "./acts-on-places";
import type { Target } from "./targets";

/** Acts that no table of roles is about: each is held against a link, a code, a draft or the session's own purpose. */
export const withoutRole = [
  ...["signInNow", "signOutNow", "mailMeALink", "chooseByLink", "confirmNewAddress"],
  ...["giveCode", "agree", "choose"],
  ...["confirmWithLink", "sendByLink", "stopWithLink", "withdraw"],
  ...["startAgain", "continueFromYourDetails", "confirmAddress", "sendAnother", "chooseLocations", "chooseArea"],
  ...["chooseRegions", "describeContact", "describeReason", "complete", "openAgain", "askForApprover"],
];

const keyMakers = ["support", "approver", "homecare", "hospice"];

/** What everyone does about themselves, but for who shares an account. */
const ofOneself = (): Act[] => [
  whole("saveDetails", everyone, { fullName: "Amina Yusuf", telephone: "0161 496 0000", jobTitle: "Nurse" }),
  act("changeAddress", everyone, { email: "someone.new@trust.example", password: "" }),
  act("change", everyone, { password: "", newPassword: "", newPasswordAgain: "" }),
  act("prove", everyone, { password: "" }),
  act("turnOnSecondFactor", everyone, { code: "", password: "" }),
  act("turnOffSecondFactor", everyone, { password: "" }),
  act("codesAreKept", everyone),
  act("endOne", everyone, { handle: "none" }),
  whole("endAll", everyone),
  act("ask", but("support", "generic"), { level: "standard", declare: "yes" }),
  act("withdrawOwn", [], { request: none }),
  act("leave", [], { access: none }),
  act("askToSearch", ["manager", "approver", "multisite", "homecare", "aggregate"], { reason: "" }),
  act("stopThisSearch", everyone, { search: none }),
  whole("readAll", everyone),
  act("readOne", everyone, { news: none }),
  act("makeThisKey", keyMakers, { label: "", days: "" }),
  act("endThisKey", keyMakers, { key: none }),
  act("keyIsKept", everyone),
  act("addThisWebhook", keyMakers, { key: none, address: "" }),
  act("switchThisWebhook", keyMakers, { webhook: none, to: "pause" }),
  act("changeThisSecret", keyMakers, { webhook: none }),
  act("testThisWebhook", keyMakers, { webhook: none }),
  act("sendWebhookAgain", keyMakers, { delivery: none }),
  act("secretIsKept", everyone),
  act("dropReport", everyone, { saved: none }),
];

const ofFiles = (): Act[] =>
  ["agreeAndRead", "acceptAndFile", "checkWorkbookAgain", "discardSentWorkbook"].map((name) =>
    act(name, filers, { upload: none, ...(name === "agreeAndRead" && { agreed: "yes" }) }),
  );

/** Every act that a table of roles is about. */
export async function actsOfRoles(service: OwnService, targets: readonly Target[]): Promise<Act[]> {
  const people = await actsOnPeople(service);
  const { request, deciders } = await requestToDecide(service);
  return [
    ...ofOneself(),
    ...ofFiles(),
    ...actsOnPlaces(targets),
    ...people,
    ...actsOfSupport(people[0]?.typed.person ?? none),
    act("saveThisSearch", finders, { query: "", label: "" }),
    whole("mailMyShortlist", finders),
    act("keepReport", but("gp", "discharge", "search", "aggregate"), { report: "occupancy" }),
    ...["decideAccessRequest", "decideTogether"].map((name) =>
      whole(name, ["support", ...deciders], { request, decision: "reject", reason: "We do not know them." }),
    ),
  ];
}
