import type { ReactNode } from "react";
import { SummaryList } from "@/components/ui";
import { service } from "@/app/shell/service";
import { env } from "@/lib/env";

/** Whom to ask about what, from the settings. */
export function Contacts() {
  const { name, support, technical, questionGuidance, social, feedbackUrl } = service();
  const { APP_ORIGIN, CQC_EMAIL, CQC_PHONE, ESCALATION_EMAIL, NHSBSA_EMAIL, NHSBSA_PHONE } = env();
  const rows: { label: string; value: ReactNode }[] = [
    {
      label: "Accounts and anything else",
      value: (
        <>
          {support.name}: <Mail to={support.email} />, {support.phone}, {support.hours}
        </>
      ),
    },
    { label: "Something is broken", value: <Mail to={technical.email} /> },
    { label: "What a question in the return means", value: <Mail to={questionGuidance.email} /> },
    { label: "A demonstration", value: <Mail to={support.email} about={`A demonstration of ${name}`} /> },
    {
      label: "Your CQC registration, services and beds",
      value: (
        <>
          CQC: <Mail to={CQC_EMAIL} />, {CQC_PHONE}
        </>
      ),
    },
    {
      label: "An enforcement notice",
      value: (
        <>
          NHS Business Services Authority: {NHSBSA_EMAIL && <Mail to={NHSBSA_EMAIL} />}
          {NHSBSA_EMAIL && ", "}
          {NHSBSA_PHONE}
        </>
      ),
    },
    {
      label: "You are not happy with our answer",
      value: <Mail to={ESCALATION_EMAIL ?? support.email} about="Please look at this again" />,
    },
    { label: "What we could do better", value: <a href={feedbackUrl}>Give feedback</a> },
    { label: "Tell a colleague about this service", value: <Share name={name} origin={APP_ORIGIN} /> },
  ];
  if (social.length > 0)
    rows.push({
      label: "Follow us",
      value: social.map(({ label, href }, at) => (
        <span key={href}>
          {at > 0 && ", "}
          <a href={href}>{label}</a>
        </span>
      )),
    });
  return <SummaryList rows={rows} />;
}

const Mail = ({ to, about }: { to: string; about?: string }) => (
  <a href={about === undefined ? `mailto:${to}` : `mailto:${to}?subject=${encodeURIComponent(about)}`}>{to}</a>
);

const Share = ({ name, origin }: { name: string; origin: string }) => (
  <a href={`mailto:?subject=${encodeURIComponent(name)}&body=${encodeURIComponent(origin)}`}>Share it by email</a>
);
