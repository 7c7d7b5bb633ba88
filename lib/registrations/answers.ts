import { z } from "zod";
import { type RegisteringKind, isAskedAboutFinding, organisationQuestion, registeringKinds } from "@/lib/access/kinds";
import {
  emailAddress,
  fullName,
  jobTitle,
  organisationName,
  postalAddress,
  postcode,
  reasonForAccess,
  telephone,
} from "./typed-text";

/** Step 1, in page order. */
export const yourDetailsShape = {
  email: emailAddress,
  fullName,
  telephone,
  jobTitle,
  level: z.enum(["standard", "approver"], { error: "Choose a user type" }),
  kind: z.enum(registeringKinds, { error: "Choose a provider type" }),
};

const yourDetails = z.object(yourDetailsShape);
export type YourDetails = z.output<typeof yourDetails>;

const ids = z.array(z.number().int().positive());

/** Step 2, by provider type: what must be there for the step to be answered. */
const organisationAnswers = {
  locations: z.object({ locationIds: ids.min(1), findsCapacity: z.boolean() }),
  area: z.object({ areaIds: ids.length(1) }),
  regions: z.object({ areaIds: ids.min(1) }),
  contact: z.object({ organisation: organisationName, address: postalAddress, postcode }),
  reason: z.object({ organisation: organisationName, address: postalAddress, why: reasonForAccess }),
};

/** The typed fields of step 2 where it is answered in words. */
export const contactShape = organisationAnswers.contact.shape;
export const reasonShape = organisationAnswers.reason.shape;

/** A registration as far as someone has answered it. Everything may still be missing. */
export interface Draft extends Partial<YourDetails> {
  /** How the address of step 1 was vouched for: work was proved, or an emailed code was typed. Gone when it changes. */
  vouched?: "work" | "code";
  /** The emailed code that is waited for: which mail, since when (ISO), how often a wrong one was typed. */
  code?: { issue: number; at: string; wrong: number };
  locationIds?: number[];
  areaIds?: number[];
  findsCapacity?: boolean;
  organisation?: string;
  address?: string;
  postcode?: string;
  why?: string;
  /** How often someone who came back entered another address. */
  wrongAddress?: number;
  /** The registration it became: nothing else is left of it then. */
  completed?: number;
  /** What it became had been begun before. */
  again?: boolean;
  /** The last thing looked for in step 2, so that it works without JavaScript. */
  search?: string;
}

/** A registration that is wholly answered. */
export type Answered = YourDetails & Draft;

export const isYourDetailsAnswered = (draft: Draft): draft is Answered => yourDetails.safeParse(draft).success;

export const isOrganisationAnswered = (draft: Draft): boolean =>
  draft.kind !== undefined &&
  organisationAnswers[organisationQuestion(draft.kind)].safeParse(withFinding(draft)).success;

const withFinding = (draft: Draft) => ({ ...draft, findsCapacity: draft.findsCapacity ?? false });

/** Takes new details into a draft: another address must be vouched for again, another type asked again. */
export function withYourDetails(draft: Draft, details: YourDetails): Draft {
  const { vouched, code, ...rest } = draft;
  const sameAddress = draft.email === details.email;
  return {
    ...(draft.kind === details.kind ? rest : withoutOrganisation(rest, details.kind)),
    ...details,
    ...(sameAddress && vouched && { vouched }),
    ...(sameAddress && code && { code }),
  };
}

function withoutOrganisation(draft: Draft, kind: RegisteringKind): Draft {
  const { locationIds, areaIds, findsCapacity, search, ...rest } = draft;
  return isAskedAboutFinding(kind) && findsCapacity !== undefined ? { ...rest, findsCapacity } : rest;
}
