import { findingKeys } from "@/lib/access/finding-settings";
import { owedFromKey } from "@/lib/first-window";
import { formatMonth, inSentence } from "@/lib/format";
import { collections, isCollection } from "@/lib/questions/collections";
import { seasonNames } from "@/lib/questions/seasons";
import { statementKey } from "@/lib/statement-setting";
import type { AuditEntry } from "./queries";
import type { AuditSubject } from "./subjects";

type Verb = "Added" | "Changed" | "Removed";
const verbs: Record<string, Verb> = { insert: "Added", update: "Changed", delete: "Removed" };

interface Told extends AuditSubject {
  verb: Verb;
  added: boolean;
  /** Has this column been given something? */
  set: (column: string) => boolean;
  after: Record<string, unknown>;
}

const level = (value: unknown) => (value === "approver" ? "an approver" : "a Standard user");
/** Those whose access reaches no place work with the service as such. */
const to = (place: string | null) => place ?? "the service";
const about = (thing: string) => (told: Told) => `${told.verb} ${thing} of ${told.name}`;

const settings: Record<string, string> = {
  [findingKeys.enquiries]: "whether people who search can say that they are asking about a bed",
  [findingKeys.searchAtOnce]: "whether everyone who asks can search for free beds at once",
  [findingKeys.openFeed]: "whether free places are published as open data",
  [statementKey]: "the statement that people agree to when they send a workbook",
  [owedFromKey]: "the first window for which returns are due",
};

const statusWords: Record<string, string> = {
  not_active: "is not active",
  closing: "is closing",
  changing_hands: "is changing hands",
};

const happenings: Record<string, string> = {
  published: "Published",
  opened: "Opened",
  closed: "Closed",
  reminded: "Asked for a reminder about",
};

/** What each table's entries tell, in the words that the service's pages have for it. */
const tables: Record<string, (told: Told) => string> = {
  account: ({ name, verb, added, set, after }) => {
    if (added) return `Made an account for ${name}`;
    if (set("deactivated_at")) return `Closed the account of ${name}`;
    if ("deactivated_at" in after) return `Reopened the account of ${name}`;
    if (set("password_hash")) return `Changed the password of ${name}`;
    return `${verb} the account of ${name}`;
  },
  access: ({ name, place, added, set, after }) => {
    if (added) return `Gave ${name} access to ${to(place)}`;
    if (set("ended_at")) return `Ended the access of ${name} to ${to(place)}`;
    if (set("level")) return `Made ${name} ${level(after.level)} for ${to(place)}`;
    return `Changed the access of ${name} to ${to(place)}`;
  },
  access_request: ({ name, place, added, after }) => {
    if (added) return `${name} asked for access to ${to(place)}`;
    if (after.decision === "approved") return `Approved the request of ${name} for ${to(place)}`;
    if (after.decision === "rejected") return `Rejected the request of ${name} for ${to(place)}`;
    if (after.decision === "withdrawn") return `Withdrew the request of ${name} for ${to(place)}`;
    return `Changed the request of ${name} for ${to(place)}`;
  },
  registration: ({ name, added }) => (added ? `${name} registered` : `Changed the registration of ${name}`),
  email_change: ({ name, added }) =>
    added ? `${name} asked for another email address` : `Confirmed the new email address of ${name}`,
  closing_request: ({ name, added }) =>
    added ? `Asked support to close the account of ${name}` : `Answered who asked to close the account of ${name}`,
  saved_search: ({ name, place, added, set }) => {
    if (added) return `${name} saved the search “${place}”`;
    return set("ended_at") ? `Stopped the search “${place}” of ${name}` : `Changed the search “${place}” of ${name}`;
  },
  saved_report: ({ name, place, added }) =>
    added ? `${name} saved the report “${place}”` : `Removed the saved report “${place}” of ${name}`,
  news_item: ({ name, added, set }) => {
    if (added) return `Wrote the news “${name}”`;
    if (set("published_at")) return `Published the news “${name}”`;
    if (set("emailed_at")) return `Emailed the news “${name}”`;
    return set("withdrawn_at") ? `Withdrew the news “${name}”` : `Changed the news “${name}”`;
  },
  survey: ({ name, added, set }) => {
    if (added) return `Began the survey “${name}”`;
    return set("title") ? `Renamed a survey to “${name}”` : `Changed who the survey “${name}” is for, or when`;
  },
  survey_version: ({ name, added, set, verb }) => {
    if (added) return `Began a version of the survey “${name}”`;
    if (verb === "Removed") return `Discarded the draft of the survey “${name}”`;
    if (set("published_at")) return `Published the questions of the survey “${name}”`;
    return `Changed ${set("help") ? "the help" : "the questions"} of the survey “${name}”`;
  },
  survey_event: ({ name, added, after }) =>
    added
      ? `${happenings[String(after.what)] ?? "Changed"} the survey “${name}”`
      : `Emailed the reminder about the survey “${name}”`,
  survey_answer: ({ name, place, added }) =>
    `${added ? "Answered" : "Changed the answers to"} “${place ?? "a survey"}” for ${name}`,
  support_nomination: ({ name, added, after }) => {
    if (added) return `Proposed ${name} for the support team`;
    return after.decision === "approved"
      ? `Confirmed ${name} for the support team`
      : `Decided not to add ${name} to the support team`;
  },
  location: ({ name, verb, set }) =>
    verb === "Changed" && set("deregistered_on") ? `Closed the location ${name}` : `${verb} the location ${name}`,
  provider: ({ name, verb }) => `${verb} the provider ${name}`,
  area: ({ name, verb }) => `${verb} the area ${name}`,
  bank_holiday: ({ name, verb }) => `${verb} the bank holiday ${name}`,
  bed_type: ({ name, verb }) => `${verb} the bed type ${name}`,
  api_key: ({ name, place, added, set }) =>
    added
      ? `Made the API key “${place}” with the access of ${name}`
      : set("ended_at")
        ? `Ended the API key “${place}” of ${name}`
        : `Changed the API key “${place}” of ${name}`,
  webhook: ({ name, place, added, set, after }) => {
    const which = `the webhook of “${place}”, ${name}`;
    if (added) return `Added ${which}`;
    if (set("ended_at")) return `Ended ${which}`;
    if (set("secret_changed_at")) return `Changed the secret of ${which}`;
    if (set("paused_at"))
      return `${after.paused_because === "asked" ? "Paused" : "Paused, because it failed,"} ${which}`;
    return set("resumed_at") ? `Resumed ${which}` : `Changed ${which}`;
  },
  finding_request: ({ name, added, after }) => {
    if (added) return `${name} asked to search for free beds`;
    return `${after.allowed === true ? "Let" : "Did not let"} ${name} search for free beds`;
  },
  setting: ({ name: key }) => (Object.hasOwn(settings, key) ? `Set ${settings[key]}` : `Changed the setting ${key}`),
  return: ({ name, after }) => {
    const kind = String(after.collection);
    const label = isCollection(kind) ? inSentence(collections[kind].label) : "return";
    const what = after.nil_reason === undefined ? `the ${label}` : `a nil ${label}`;
    return `Filed ${what} for ${name}, ${formatMonth(String(after.month))}${after.late === true ? ", late" : ""}`;
  },
  bed_update: ({ name, after }) =>
    after.source === "unchanged" || after.source === "reminder"
      ? `Confirmed that the beds of ${name} are still right`
      : `Updated the beds of ${name}`,
  contact: ({ name, verb, set }) => `${set("ended_at") ? "Removed" : verb} a contact of ${name}`,
  suitability: about("who it suits"),
  suitability_price: about("a weekly price"),
  suitability_contract: about("a contract"),
  location_note: ({ name, verb, set }) => `${set("ended_at") ? "Took down" : verb} a note of ${name}`,
  own_details: ({ name, verb }) => `${verb} what ${name} says of its name, address and website`,
  linked_practice: ({ name, place, added }) =>
    `${added ? "Linked" : "Unlinked"} ${place ?? "a general practice"} ${added ? "to" : "from"} ${name}`,
  status_change: ({ name, added, after }) => {
    if (added) return `Told us that ${name} ${statusWords[String(after.said)] ?? "is changing"}`;
    return after.ended_by === "register"
      ? `The register changed, which ended what ${name} had told us`
      : `Took back what ${name} had told us about its future`;
  },
  pamms_rating: ({ name, added, set }) => {
    if (added) return `${set("by_id") ? "Entered" : "Imported"} a PAMMS rating of ${name}`;
    return `${set("ended_at") ? "Removed" : "Changed"} a PAMMS rating of ${name}`;
  },
  call_outcome: ({ name }) => `Recorded the result of a call to ${name}`,
  enquiry: about("an enquiry"),
  contact_made: ({ name, after }) =>
    after.result === "reminded" ? `Sent ${name} a reminder` : `Recorded a call to ${name} about its returns`,
  worklist_assignment: ({ name, place, added }) =>
    added
      ? `Assigned ${place ?? "a location"} to ${name}`
      : `Took ${place ?? "a location"} off the worklist of ${name}`,
  excused_month: ({ name, place, added }) =>
    `${added ? "Excused" : "Took back the excuse of"} ${formatMonth(name)} for ${place ?? "a location"}`,
  accepted_check: ({ name, place, added }) =>
    `${added ? "Accepted a figure" : "Took back the acceptance of a figure"} of ${place ?? "a location"} against a check, for ${formatMonth(name)}`,
  window_extension: ({ name, place, added, set }) => {
    const what = added ? "Extended the window" : set("ended_at") ? "Ended the extension" : "Changed the extension";
    return `${what} of ${formatMonth(name)} for ${place ?? "everyone"}`;
  },
  season: ({ name: key, added, set }) => {
    const name = Object.hasOwn(seasonNames, key) ? seasonNames[key as keyof typeof seasonNames] : key;
    return added ? `Switched ${name} on` : set("ended_at") ? `Switched ${name} off` : `Changed ${name}`;
  },
  collection_switch: ({ name, added, set }) => {
    const label = isCollection(name) ? collections[name].plural : name;
    if (added) return `Switched ${label} for some types of provider`;
    return set("ended_at") ? `Ended an earlier switch of ${label}` : `Changed the switch of ${label}`;
  },
};

/** "bed update": what a table is called in the list to choose from. */
export const tableInWords = (table: string): string => table.replaceAll("_", " ");

/** An entry of the audit in one sentence: "Extended the window of November 2026 for Fernbank House". */
export function entryInWords(
  { table, rowId, operation, after }: Pick<AuditEntry, "table" | "rowId" | "operation" | "after">,
  subject: AuditSubject | undefined,
): string {
  const verb = verbs[operation] ?? "Changed";
  const told = tables[table];
  if (!told || !subject) return `${verb} ${tableInWords(table)} ${rowId}`;
  const changed = after ?? {};
  const set = (column: string) => changed[column] !== undefined && changed[column] !== null;
  return told({ ...subject, verb, added: operation === "insert", set, after: changed });
}
