import { env } from "@/lib/env";
import type { RegisterFacts } from "@/lib/records/record";

/** Where facts come from, and how to have a mistake put right there: they cannot be typed over here. */
export function Corrections({ register }: Pick<RegisterFacts, "register">) {
  const { CQC_EMAIL, CQC_PHONE } = env();
  return register === "ods" ? (
    <p className="nhsuk-body-s">
      This comes from the NHS Organisation Data Service, so you cannot change it here. If it is wrong, ask whoever keeps
      your organisation’s entry there to correct it. We will show the correction after our next import.
    </p>
  ) : (
    <p className="nhsuk-body-s">
      This comes from CQC, so you cannot change it here. If it is wrong, ask CQC to correct it: email{" "}
      <a href={`mailto:${CQC_EMAIL}`}>{CQC_EMAIL}</a> or call <span className="whitespace-nowrap">{CQC_PHONE}</span>. We
      will show the correction after our next import.
    </p>
  );
}
