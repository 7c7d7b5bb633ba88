import { type AccountKind, filingKinds, isFilingKind } from "@/lib/access/kinds";
import { anyAddress, isAddress, problemWithAddress } from "@/lib/outbox/email-address";
import { likelyAddress } from "@/lib/outbox/likely-address";
import { asAddress } from "@/lib/outbox/plain-text";
import { isPersonalAddress } from "@/lib/registrations/personal-domains";
import { jobTitle, othersName, wrongWith } from "@/lib/registrations/typed-text";
import { isSameName } from "@/lib/registrations/same-name";
import { isTelephone } from "@/lib/telephone";
import type { ManagerLine } from "./columns";

/** What is known of a location that a line names. */
export interface KnownLocation {
  id: number;
  name: string;
  types: readonly AccountKind[];
  closed: boolean;
  telephone: string | null;
}

/** What is known of the account behind an address. */
export interface KnownAccount {
  id: number;
  name: string;
  kind: AccountKind;
  generic: boolean;
  closed: boolean;
  /** Locations by number, with "approver" or "standard". */
  access: ReadonlyMap<number, "standard" | "approver">;
}

export interface KnownRecords {
  /** By register id, in capitals. */
  locations: ReadonlyMap<string, KnownLocation>;
  /** By address, in small letters. */
  accounts: ReadonlyMap<string, KnownAccount>;
}

export type LineVerdict = "new account" | "adds access" | "raises to approver" | "nothing to do" | "refused";

/** A line with what will be done about it, and why not. */
export interface CheckedLine extends ManagerLine {
  verdict: LineVerdict;
  problems: string[];
  /** Worth a second look, but done anyway. */
  warnings: string[];
  locationId: number | null;
  accountId: number | null;
  kind: AccountKind | null;
  telephoneUsed: string;
}

/** Looks at every line by itself and beside the others. Pure: the same for the preview and for doing it. */
export function checkLines(lines: readonly ManagerLine[], known: KnownRecords): CheckedLine[] {
  const names = new Map<string, string>();
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const email = asAddress(line.email);
    const location = known.locations.get(line.location.toUpperCase());
    const account = known.accounts.get(email);
    const kind = location ? (filingKinds.find((each) => location.types.includes(each)) ?? null) : null;
    const telephoneUsed = isTelephone(line.telephone)
      ? line.telephone
      : line.telephone === ""
        ? (location?.telephone ?? "")
        : "";
    const pair = `${line.location.toUpperCase()} ${email}`;
    const first = seen.get(pair);
    const problems = [
      ...locationProblems(line, location, kind),
      ...personProblems(line, account, telephoneUsed),
      first !== undefined && `This is the same as line ${first}`,
      names.has(email) &&
        !isSameName(names.get(email) ?? "", line.name) &&
        names.get(email) !== line.name &&
        `${line.email} is used for ${names.get(email)} on an earlier line. Each person needs their own address`,
    ].filter((problem) => problem !== false);
    if (first === undefined) seen.set(pair, line.line);
    if (!names.has(email) && line.name !== "") names.set(email, line.name);
    return {
      ...line,
      verdict: problems.length > 0 ? "refused" : verdictOf(location, account),
      problems,
      warnings: warningsOf(line, location, account),
      locationId: location?.id ?? null,
      accountId: account?.id ?? null,
      kind,
      telephoneUsed,
    };
  });
}

function locationProblems(line: ManagerLine, location: KnownLocation | undefined, kind: AccountKind | null) {
  if (line.location === "") return ["Enter the CQC location ID"];
  if (/^\d+(\.\d+)?E\+\d+$/i.test(line.location))
    return ["The spreadsheet has turned the location ID into a number. Format the column as text and type it again"];
  if (!location) return [`No location has the ID ${line.location}. CQC’s IDs look like 1-1234567890`];
  if (location.closed) return [`${location.name} is no longer registered`];
  if (kind === null) return [`${location.name} is not a location that reports to this service`];
  return [];
}

/** What is wrong with a name or a job title, in a sentence that is in a list with others. */
function wrongIn(typed: string, rule: typeof jobTitle): string | null {
  const wrong = wrongWith(rule, typed);
  if (wrong === null) return null;
  return wrong.startsWith("The ") && wrong.endsWith("characters or fewer")
    ? wrong
    : `${typed.slice(0, 60)}: ${lowered(wrong)}`;
}

function personProblems(line: ManagerLine, account: KnownAccount | undefined, telephone: string) {
  return [
    line.name === "" ? "Enter the manager’s name" : wrongIn(line.name, othersName),
    line.job !== "" && wrongIn(line.job, jobTitle),
    line.email === "" ? "Enter an email address" : addressProblem(line.email),
    !account &&
      telephone === "" &&
      (line.telephone === ""
        ? "Enter a telephone number: there is none in the register"
        : `${line.telephone} is not a UK telephone number`),
    account?.closed && "The account with this address is closed. Open it again first",
    account?.generic && "This is a shared account’s address. A shared account cannot be an approver",
    account &&
      !account.generic &&
      !isFilingKind(account.kind) &&
      "The account with this address is a different type, which cannot approve for locations",
  ].filter((problem) => typeof problem === "string");
}

/** With a word about what is likely wrong, if there is one. */
function addressProblem(email: string): string | false {
  const problem = problemWithAddress(email);
  if (problem === null) return false;
  return `${email} is not an email address${problem === anyAddress ? "" : `. ${problem}`}`;
}

const lowered = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);

function warningsOf(
  line: ManagerLine,
  location: KnownLocation | undefined,
  account: KnownAccount | undefined,
): string[] {
  const likely = isAddress(asAddress(line.email)) ? likelyAddress(asAddress(line.email)) : null;
  return [
    likely !== null && `Did you mean ${likely}? We will email login details to the address in the file`,
    isPersonalAddress(line.email) && "This is a personal email address, not an organisation’s",
    location &&
      line.place !== "" &&
      !isSameName(line.place, location.name) &&
      line.place.toLowerCase() !== location.name.toLowerCase() &&
      `The register calls this location ${location.name}`,
    account &&
      !isSameName(account.name, line.name) &&
      account.name !== line.name &&
      `The account with this address is in the name of ${account.name}`,
  ].filter((warning) => typeof warning === "string");
}

function verdictOf(location: KnownLocation | undefined, account: KnownAccount | undefined): LineVerdict {
  if (!account) return "new account";
  const level = location && account.access.get(location.id);
  if (level === "approver") return "nothing to do";
  return level === "standard" ? "raises to approver" : "adds access";
}
