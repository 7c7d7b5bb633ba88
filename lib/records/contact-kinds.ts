/** The kinds of contact to choose from; another can be typed instead. From the guide's contact directory. */
export const contactKinds = [
  "Manager",
  "Lead Clinician",
  "Lead GP",
  "Local Authority",
  "NHS Email",
  "Pharmacy",
  "Physio",
  "Social Worker",
  "Trusted Assessor",
] as const;

/** The one who gets the reminders, and whose address a location needs at least. */
export const managerKind = "Manager";

/** The location's own address, which those who ask about a place write to. */
export const locationEmailKind = "Location email";
const admissionsKind = "Admissions";

/** People who ask about a place write to one of these, so it should be read often. */
export const locationEmailKinds: readonly string[] = [locationEmailKind, admissionsKind];

const spellings: Readonly<Record<string, string>> = {
  "registered manager": managerKind,
  "care home manager": managerKind,
  "home manager": managerKind,
  "email of the location": locationEmailKind,
  admissions: admissionsKind,
};
for (const kind of [...contactKinds, locationEmailKind]) Object.assign(spellings, { [kind.toLowerCase()]: kind });

/** A kind as it is kept: "registered manager" is Manager, and what is offered has one spelling. */
export function contactKindOf(typed: string): string {
  const text = typed.replace(/\s+/g, " ").trim();
  return spellings[text.toLowerCase()] ?? text;
}
