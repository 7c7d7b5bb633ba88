import { service } from "@/app/shell/service";
import { type OrganisationQuestion, kindLabel, organisationQuestion } from "@/lib/access/kinds";
import { isPersonalAddress } from "@/lib/registrations/personal-domains";
import { Details, InsetText } from "@/components/ui";
import { draftAt } from "@/app/(public)/register/draft-at";
import { WizardPage } from "@/app/(public)/register/wizard-page";
import { AreaStep } from "./area-step";
import type { OrganisationStepProps } from "./step-props";
import { ContactStep, ReasonStep } from "./described-steps";
import { LocationsStep } from "./locations-step";
import { RegionsStep } from "./regions-step";

const steps: Record<OrganisationQuestion, (asked: OrganisationStepProps) => React.ReactNode> = {
  locations: (asked) => <LocationsStep {...asked} />,
  area: (asked) => <AreaStep {...asked} />,
  regions: (asked) => <RegionsStep {...asked} />,
  contact: (asked) => <ContactStep {...asked} />,
  reason: (asked) => <ReasonStep {...asked} />,
};

const headings: Record<OrganisationQuestion, string> = {
  locations: "Where you work",
  area: "Your organisation",
  regions: "Your NHS regions",
  contact: "Your organisation",
  reason: "Your organisation",
};

/** Step 2: which places, area or organisation, as the provider type asks. */
export default async function OrganisationPage() {
  const { draft } = await draftAt("organisation");
  const kind = draft.kind ?? "other";
  const question = organisationQuestion(kind);
  const { support } = service();
  return (
    <WizardPage heading={headings[question]} step={1} back="/register/your-details" begun>
      <p>
        You are registering as: <strong>{kindLabel(kind)}</strong>. <a href="/register/your-details">Change</a>
      </p>
      {draft.email !== undefined && isPersonalAddress(draft.email) && <PersonalAddress email={draft.email} />}
      {steps[question]({ draft, kind })}
      <Details summary="I cannot find where I work">
        <p>
          Names and postcodes come from CQC and NHS registers. Try just the postcode, or one word of the name. If you
          still cannot find it, contact {support.name}: <a href={`mailto:${support.email}`}>{support.email}</a> or{" "}
          {support.phone}, {support.hours}.
        </p>
      </Details>
    </WizardPage>
  );
}

/** A gentle word: the approver will see it too. */
const PersonalAddress = ({ email }: { email: string }) => (
  <InsetText>
    <p>
      <span className="wrap-anywhere">{email}</span> looks like a personal email address. If you have a work address,
      use that instead: it is easier for approvers to know that it is you.{" "}
      <a href="/register/your-details">Change your email address</a>
    </p>
  </InsetText>
);
