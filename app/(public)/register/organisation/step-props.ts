import type { Draft } from "@/lib/registrations/answers";
import type { ProviderType } from "@/lib/registrations/provider-types";

/** What each form of step 2 is drawn from. */
export interface OrganisationStepProps {
  draft: Draft;
  kind: ProviderType;
}
