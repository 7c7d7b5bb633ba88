import { fieldId, InsetText, SummaryList } from "@/components/ui";
import {
  type RegisteringKind,
  areaKindOf,
  isAskedAboutFinding,
  kindLabel,
  organisationQuestion,
} from "@/lib/access/kinds";
import { now } from "@/lib/clock";
import { areas } from "@/lib/organisations/queries";
import type { Draft } from "@/lib/registrations/answers";
import { chosenPlaces } from "@/lib/registrations/draft-queries";
import { isPersonalAddress } from "@/lib/registrations/personal-domains";
import { terms } from "@/lib/registrations/terms";
import { TermsText } from "@/app/(public)/terms/terms-text";
import { draftAt } from "@/app/(public)/register/draft-at";
import { WizardPage } from "@/app/(public)/register/wizard-page";
import { complete } from "./actions";
import { CheckForm } from "./check-form";

/** Step 3: everything once more, the terms, and Complete. */
export default async function CheckPage() {
  const { draft } = await draftAt("check");
  const kind = draft.kind ?? "other";
  const details = (field: string) => `/register/your-details#${fieldId(field)}`;
  return (
    <WizardPage heading="Check your answers and finish" step={2} back="/register/organisation" begun>
      {draft.email !== undefined && isPersonalAddress(draft.email) && (
        <InsetText>
          <p>This looks like a personal email address. The person who decides will see that too.</p>
        </InsetText>
      )}
      <SummaryList
        rows={[
          {
            label: "Email address",
            value: <span className="wrap-anywhere">{draft.email}</span>,
            change: details("email"),
          },
          { label: "Full name", value: draft.fullName, change: details("fullName") },
          { label: "Contact number", value: draft.telephone, change: details("telephone") },
          { label: "Job title", value: draft.jobTitle, change: details("jobTitle") },
          { label: "User type", value: draft.level === "approver" ? "Approver" : "Standard", change: details("level") },
          { label: "Provider type", value: kindLabel(kind), change: details("kind") },
          ...(await organisationRows(draft, kind)).map((row) => ({ ...row, change: "/register/organisation" })),
        ]}
      />
      <h2 className="nhsuk-heading-m">Terms of use</h2>
      <TermsText heading="h3" />
      <CheckForm action={complete} version={terms.version} byCode={draft.vouched === "code"} />
    </WizardPage>
  );
}

async function organisationRows(draft: Draft, kind: RegisteringKind) {
  const question = organisationQuestion(kind);
  if (question === "locations") {
    const places = await chosenPlaces(draft.locationIds ?? [], now());
    const finding = { label: "Search for care home vacancies", value: draft.findsCapacity ? "Yes" : "No" };
    return [
      { label: "Where you work", value: <Places places={places} /> },
      ...(isAskedAboutFinding(kind) ? [finding] : []),
    ];
  }
  if (question === "area" || question === "regions") {
    const all = await areas(areaKindOf(kind) ?? "nhs_region", now());
    const chosen = all.filter(({ id }) => draft.areaIds?.includes(id));
    return [
      {
        label: question === "regions" ? "NHS regions" : "Organisation",
        value: (
          <ul className="nhsuk-list">
            {chosen.map(({ id, label }) => (
              <li key={id}>{label}</li>
            ))}
          </ul>
        ),
      },
    ];
  }
  return [
    { label: "Organisation", value: draft.organisation },
    { label: "Address", value: <span className="whitespace-pre-line">{draft.address}</span> },
    question === "contact"
      ? { label: "Postcode", value: draft.postcode }
      : { label: "Why you need access", value: <span className="whitespace-pre-line">{draft.why}</span> },
  ];
}

const Places = ({ places }: { places: Awaited<ReturnType<typeof chosenPlaces>> }) => (
  <ul className="nhsuk-list">
    {places.map(({ id, name, postcode, lacksApprover }) => (
      <li key={id}>
        {name}, {postcode}
        {lacksApprover && (
          <div className="nhsuk-body-s">
            This location has no approver yet. It needs one before anyone else can be approved.
          </div>
        )}
      </li>
    ))}
  </ul>
);
