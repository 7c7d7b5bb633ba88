import { notices, type NoticedAboutRequest } from "@/lib/registrations/notices";
import { isPersonalAddress } from "@/lib/registrations/personal-domains";
import { referenceNumber } from "@/lib/registrations/reference-number";
import { isSameName } from "@/lib/registrations/same-name";

const nothing: NoticedAboutRequest = {
  email: "amina@rosewood.example",
  namesakes: [],
  elsewhere: [],
  sameDomain: 2,
  people: 3,
  hasApprover: true,
  wantsApprover: false,
};

test("nothing is said if nothing was noticed", () => {
  expect(notices(nothing)).toEqual([]);
});

test("a personal address, a person of the same name and another location are each worth a look", () => {
  const said = notices({
    ...nothing,
    email: "amina@gmail.com",
    namesakes: [{ name: "Amina Yusuf", email: "amina@rosewood.example", where: "here" }],
    elsewhere: ["Willowbank"],
  });
  expect(said).toHaveLength(3);
  expect(said[0]).toContain("personal email address");
  expect(said[1]).toContain("already has access here");
  expect(said[2]).toContain("Willowbank");
});

test("an address unlike everyone else's here may be misspelled", () => {
  expect(notices({ ...nothing, sameDomain: 0 })[0]).toContain("spelled correctly");
  expect(notices({ ...nothing, sameDomain: 0, people: 0 })).toEqual([]);
});

test("a location without an approver should get one before anyone else", () => {
  expect(notices({ ...nothing, hasApprover: false })[0]).toContain("No one here can approve others yet");
  expect(notices({ ...nothing, hasApprover: false, wantsApprover: true })).toEqual([]);
});

test("gmail is personal, nhs.net is not", () => {
  for (const email of ["a@gmail.com", "a@Hotmail.CO.UK", "a@yahoo.fr", "a@live.co.uk", "a@pm.me"])
    expect([email, isPersonalAddress(email)]).toEqual([email, true]);
  for (const email of ["a@nhs.net", "a@oldham.gov.uk", "a@live.rosewood.co.uk", "a@outlook.nhs.uk.example"])
    expect([email, isPersonalAddress(email)]).toEqual([email, false]);
});

test.each([
  ["Amina Yusuf", "YUSUF, Amina", true],
  ["Zoë Müller", "Zoe Muller", true],
  ["Amina Yusuf", "Amina Fatima Yusuf", true],
  ["Amina Yusuf", "Amina Khan", false],
  ["Amina", "Amina Khan", false],
])("%s and %s: much the same name? %s", (one, other, same) => {
  expect(isSameName(one, other)).toBe(same);
});

test("a reference has no letters or figures that are mistaken for others", () => {
  const references = Array.from({ length: 500 }, referenceNumber);
  expect(references.every((reference) => /^REG-[2-9A-HJKMNP-RTV-Z]{4}-[2-9A-HJKMNP-RTV-Z]{4}$/.test(reference))).toBe(
    true,
  );
  expect(new Set(references).size).toBe(500);
});
