import { type Kind, questionKinds, type Question } from "@/lib/questions/question";
import { careHome } from "@/lib/questions/sets/care-home";
import { Place } from "@/prisma/seed/demo/place";
import type { DemoLocation } from "@/prisma/seed/demo/world";

const added = (kind: Kind): Question => ({
  key: `added_${kind}`,
  label: `A new question of kind ${kind}?`,
  short: `New ${kind}`,
  enter: `an answer of kind ${kind}`,
  kind,
  section: "staff",
  from: "2026-09",
  choices: [
    { key: "one", label: "One" },
    { key: "two", label: "Two" },
  ],
});

const questions = careHome.questions as unknown as Question[];
const before = questions.length;
beforeAll(() => void questions.push(...questionKinds.map(added)));
afterAll(() => void questions.splice(before));

const home = {
  registerId: "1-900",
  provider: { registerId: "1-901" },
  name: "Moor View",
  types: ["care_home"],
  sort: "older",
  capacity: { GEN_RES: 20 },
  cqcBeds: 20,
} as unknown as DemoLocation;

const filing = (place: Place, month: string) => {
  const at = new Date(`${month}-10T10:00:00Z`);
  place.liveUntil(at);
  return place.file({ what: "return", at, collection: "care_home", month, late: false, nil: null }).answers ?? {};
};

test("the demo answers required questions that it does not know, from the month in which they begin", () => {
  const place = new Place(home);
  const earlier = filing(place, "2026-08");
  const later = filing(place, "2026-09");
  for (const kind of questionKinds) {
    expect(earlier[`added_${kind}`] ?? null).toBeNull();
    expect(later[`added_${kind}`] ?? null).not.toBeNull();
  }
});
