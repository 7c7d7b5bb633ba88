import { withYourDetails, type Draft, type YourDetails } from "@/lib/registrations/answers";
import { registeringKinds } from "@/lib/access/kinds";
import { mayVisit, nextStep, stepsFor } from "@/lib/registrations/steps";

const amina: YourDetails = {
  email: "amina@rosewood.example",
  fullName: "Amina Yusuf",
  telephone: "01632 960 001",
  jobTitle: "Deputy manager",
  level: "standard",
  kind: "care_home",
};

test("a fresh draft begins with your details, and no other step can be opened by its address", () => {
  expect(nextStep({})).toBe("your-details");
  expect((["code", "organisation", "check"] as const).filter((step) => mayVisit(step, {}))).toEqual([]);
});

test("someone whose browser has proved its work is not asked for a code", () => {
  expect(stepsFor({ ...amina, vouched: "work" })).toEqual(["your-details", "organisation", "check"]);
});

test("someone without JavaScript cannot pass the code", () => {
  const draft: Draft = { ...amina, locationIds: [1] };
  expect(nextStep(draft)).toBe("code");
  expect(mayVisit("organisation", draft)).toBe(false);
  expect(mayVisit("check", draft)).toBe(false);
  expect(mayVisit("check", { ...draft, vouched: "code" })).toBe(true);
});

test("the last step opens once the organisation is answered, for each of the fourteen provider types", () => {
  const answers: Draft = {
    locationIds: [1],
    areaIds: [2],
    organisation: "Care England",
    address: "1 High Street",
    postcode: "OL1 1AA",
    why: "We look for places for people",
  };
  for (const kind of registeringKinds) {
    const details: Draft = { ...amina, kind, vouched: "work" };
    expect({ kind, before: mayVisit("check", details) }).toEqual({ kind, before: false });
    expect({ kind, after: mayVisit("check", { ...details, ...answers }) }).toEqual({ kind, after: true });
  }
});

test("going back to change one's name keeps everything else", () => {
  const draft: Draft = { ...amina, vouched: "work", locationIds: [1, 2] };
  expect(withYourDetails(draft, { ...amina, fullName: "Amina Khan" })).toEqual({ ...draft, fullName: "Amina Khan" });
});

test("a changed address must be confirmed again", () => {
  const draft: Draft = { ...amina, vouched: "work", locationIds: [1] };
  const changed = withYourDetails(draft, { ...amina, email: "other@rosewood.example" });
  expect(changed.vouched).toBeUndefined();
  expect(mayVisit("organisation", changed)).toBe(false);
});

test("a changed provider type is asked for its own locations", () => {
  const draft: Draft = { ...amina, vouched: "work", locationIds: [1], search: "OL1" };
  const changed = withYourDetails(draft, { ...amina, kind: "local_authority" });
  expect(changed.locationIds).toBeUndefined();
  expect(nextStep(changed)).toBe("organisation");
});
