import { isOrganisationAnswered, isYourDetailsAnswered, type Draft } from "./answers";

/** The pages of the wizard. The code is asked only of someone whose address was not vouched for by their browser's work. */
export type RegistrationStep = "your-details" | "code" | "organisation" | "check";

const answered: Record<RegistrationStep, (draft: Draft) => boolean> = {
  "your-details": isYourDetailsAnswered,
  code: (draft) => draft.vouched !== undefined,
  organisation: isOrganisationAnswered,
  check: () => false,
};

/** The steps of this registration, in order. */
export const stepsFor = (draft: Draft): RegistrationStep[] =>
  isYourDetailsAnswered(draft) && draft.vouched !== "work"
    ? ["your-details", "code", "organisation", "check"]
    : ["your-details", "organisation", "check"];

/** May this step be opened? Only when every step before it is answered, whatever address was typed. */
export function mayVisit(step: RegistrationStep, draft: Draft): boolean {
  const steps = stepsFor(draft);
  const at = steps.indexOf(step);
  return at >= 0 && steps.slice(0, at).every((before) => answered[before](draft));
}

/** The first step that is still to answer. */
export const nextStep = (draft: Draft): RegistrationStep =>
  stepsFor(draft).find((step) => !answered[step](draft)) ?? "check";

/** The address of a step. */
export const stepPath = (step: RegistrationStep): string => `/register/${step}`;

/** The three steps as people see them. */
export const stepNames = ["Your details", "Organisation details", "Check and finish"];
