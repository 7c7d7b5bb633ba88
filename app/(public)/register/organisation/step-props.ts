import type { Draft } from "@/lib/registrations/answers";
import type { RegisteringKind } from "@/lib/access/kinds";

/** What each form of step 2 is drawn from. */
export interface OrganisationStepProps {
  draft: Draft;
  kind: RegisteringKind;
}
