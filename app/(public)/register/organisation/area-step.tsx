import { areaKindOf, type AreaStandingKind } from "@/lib/access/kinds";
import { now } from "@/lib/clock";
import { areas } from "@/lib/organisations/queries";
import { chooseArea } from "./actions";
import { AreaForm } from "./area-form";
import type { OrganisationStepProps } from "./step-props";

const labels: Record<AreaStandingKind, string> = {
  sub_icb: "Which Sub ICB do you work for?",
  local_authority: "Which council do you work for?",
  lrf: "Which forum or group of councils do you work for?",
  nhs_region: "Which NHS region do you work for?",
};

/** One organisation of a list, found by its name, its place or its code. */
export async function AreaStep({ draft, kind }: OrganisationStepProps) {
  const kindOfArea = areaKindOf(kind) ?? "local_authority";
  const choices = await areas(kindOfArea, now());
  return (
    <AreaForm
      action={chooseArea}
      label={labels[kindOfArea]}
      chosen={draft.areaIds?.[0] ?? null}
      search={draft.search ?? ""}
      choices={choices}
    />
  );
}
