import { notFound } from "next/navigation";
import { InsetText, NotificationBanner, Page, SummaryList, WarningCallout } from "@/components/ui";
import { can } from "@/lib/access/policy";
import { kindLabel } from "@/lib/access/kinds";
import { EmailText } from "@/components/people/email-text";
import { now } from "@/lib/clock";
import { formatAgo, formatDateTime } from "@/lib/format";
import { dueDiligence, notices } from "@/lib/registrations/notices";
import { request, requestsOfSame } from "@/lib/registrations/queries";
import { currentUser } from "@/lib/web/session";
import { formatTelephone } from "@/lib/telephone";
import { decideTogether } from "./actions";
import { DecideTogether } from "./decide-together";
import { DecisionForms } from "./decision-forms";

/** One request: who asks, what to make sure of, what the service noticed, and the decision. */
export default async function RequestPage(props: {
  params: Promise<{ request: string }>;
  searchParams: Promise<{ overtaken?: string }>;
}) {
  const user = await currentUser();
  const id = Number((await props.params).request);
  const time = now();
  const asked = Number.isSafeInteger(id) && can(user, "decide requests") ? await request(user, id, time) : null;
  if (!asked) notFound();
  const together = asked.decidedAt ? [] : await requestsOfSame(user, asked.email, time);
  const all = together.length > 1 ? await Promise.all(together.map((each) => request(user, each.id, time))) : [asked];
  const noticed = asked.decidedAt ? [] : [...new Set(all.flatMap((each) => (each ? notices(each.noticed) : [])))];
  return (
    <Page
      heading={asked.name}
      caption={asked.hasAccount ? "Asks for more access" : "Asks for an account"}
      back={
        user.kind === "support"
          ? { href: "/admin/registrations", label: "Back to registrations and requests" }
          : { href: "/accounts/requests", label: "Back to people awaiting approval" }
      }
      banner={
        asked.decidedAt &&
        (await props.searchParams).overtaken === "yes" && (
          <NotificationBanner heading="Someone else decided before you, so your decision was not used." />
        )
      }
      summary={`Asked ${formatAgo(asked.requestedAt, time)}, at ${formatDateTime(asked.requestedAt)}`}
    >
      <SummaryList
        rows={[
          ...(together.length > 1 ? all.flatMap((each) => (each ? asksFor(each) : [])) : asksFor(asked)),
          { label: "Email address", value: <EmailText email={asked.email} /> },
          { label: "Job title", value: asked.jobTitle },
          { label: "Contact number", value: formatTelephone(asked.telephone) },
          { label: "Provider type", value: kindLabel(asked.kind) },
          ...(asked.findsCapacity ? [{ label: "Search for vacancies", value: "Yes" }] : []),
          ...(asked.organisation ? [{ label: "Organisation", value: asked.organisation }] : []),
          ...(asked.address
            ? [{ label: "Address", value: [asked.address, asked.postcode].filter(Boolean).join("\n") }]
            : []),
          ...(asked.why ? [{ label: "Why they need access", value: asked.why }] : []),
          ...(asked.reference ? [{ label: "Reference", value: asked.reference }] : []),
        ].map((row) => ({ ...row, value: <span className="whitespace-pre-line">{row.value}</span> }))}
      />
      {asked.decidedAt ? (
        <InsetText>
          <p>
            {{ approved: "Approved", rejected: "Rejected", withdrawn: "Withdrawn" }[asked.decision ?? "rejected"]}
            {asked.levelGranted && ` as ${asked.levelGranted === "approver" ? "Approver" : "Standard"}`} by{" "}
            {asked.decision === "withdrawn" ? "the person who asked" : (asked.decidedBy ?? "the service")},{" "}
            {formatDateTime(asked.decidedAt)}.
          </p>
          {asked.reason && <p>{asked.reason}</p>}
        </InsetText>
      ) : (
        <>
          {noticed.length > 0 && (
            <WarningCallout heading="Things to check">
              <ul className="nhsuk-list nhsuk-list--bullet">
                {noticed.map((sentence) => (
                  <li key={sentence} className="wrap-anywhere">
                    {sentence}
                  </li>
                ))}
              </ul>
            </WarningCallout>
          )}
          <h2 className="nhsuk-heading-m">Before you approve, check that</h2>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {dueDiligence.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {user.kind === "support" && asked.approvers.length > 0 && (
            <InsetText>
              <p>
                Approvers here: {asked.approvers.map(({ fullName, email }) => `${fullName} (${email})`).join(", ")}.
              </p>
            </InsetText>
          )}
          {together.length > 1 ? (
            <DecideTogether
              action={decideTogether}
              name={asked.name}
              wanted={together.map(({ id, place, level, kind }) => ({
                id,
                place,
                level,
                mayBeApprover: user.kind === "support" ? kind !== "aggregate_only" : level === "approver",
              }))}
            />
          ) : (
            <DecisionForms
              request={asked.id}
              name={asked.name}
              level={asked.level}
              mayBeApprover={asked.mayBeApprover}
            />
          )}
        </>
      )}
    </Page>
  );
}

const asksFor = (asked: NonNullable<Awaited<ReturnType<typeof request>>>) => [
  { label: "Access to", value: place(asked) },
  { label: "User type", value: asked.level === "approver" ? "Approver" : "Standard user" },
];

function place(asked: NonNullable<Awaited<ReturnType<typeof request>>>) {
  const { location, area } = asked;
  if (location)
    return [location.name, location.provider.name, ...location.addressLines, location.town, location.postcode]
      .filter(Boolean)
      .join("\n");
  return area ? asked.place : "The whole service, not one place";
}
