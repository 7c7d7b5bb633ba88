import { HowTo } from "@/app/shell/how-to/how-to";
import { notFound } from "next/navigation";
import { idOf, type AddressParams } from "@/components/tables";
import { ActionForm, CheckboxField, FieldProblems, HiddenField, InsetText, Page, SubmitButton } from "@/components/ui";
import { Discard, KeepsUp, Stopped } from "@/components/uploads";
import { can } from "@/lib/access/policy";
import { now } from "@/lib/clock";
import { formatDate, formatDateTime, formatNumber } from "@/lib/format";
import type { Problem } from "@/lib/outcome";
import { currentUser } from "@/lib/web/session";
import { workbookOf, type SentWorkbookOf } from "@/lib/workbook/queries";
import { policyStatement } from "@/lib/workbook/statement";
import { agreeAndRead, checkWorkbookAgain, discardSentWorkbook } from "@/app/(dashboard)/uploads/actions";
import { Filed } from "./filed";
import { Reviewing } from "./reviewing";

/** One workbook: how far it is, its review, and what was filed with it. */
export default async function UploadPage(props: {
  params: Promise<{ upload: string }>;
  searchParams: Promise<AddressParams>;
}) {
  const user = await currentUser();
  const id = idOf((await props.params).upload);
  const sent = id === null || !can(user, "send a workbook") ? null : await workbookOf(user, id, now());
  if (!sent) notFound();
  const params = await props.searchParams;
  const problems: Problem[] =
    sent.stage === "to agree" && params.wrong === "agreed"
      ? [{ field: "agreed", message: "Tick the box to say that you agree. We have kept your file" }]
      : [];
  return (
    <Page
      heading={headings[sent.stage]}
      caption={sent.fileName}
      summary={`Sent ${formatDateTime(sent.sentAt)}. We keep it and this report until ${formatDate(sent.expiresAt)}.`}
      back={{ href: "/uploads", label: "Bulk update" }}
      width="wide"
      ownHeading={sent.stage === "filed"}
      problems={problems}
    >
      <HowTo of="workbook" />
      <Stage sent={sent} user={user} params={params} problems={problems} />
      <p>
        <a href={`/uploads/${sent.id}/file`} download>
          Download the file as you sent it
        </a>
      </p>
    </Page>
  );
}

const headings: Record<SentWorkbookOf["stage"], string> = {
  "to agree": "Before we check your workbook",
  reading: "We are checking your workbook",
  "to review": "Review before you file",
  filing: "We are filing your returns",
  filed: "Your returns are filed",
  refused: "Nothing was filed",
  stopped: "Nothing was filed",
};

interface StageProps {
  sent: SentWorkbookOf;
  user: Awaited<ReturnType<typeof currentUser>>;
  params: AddressParams;
  problems: Problem[];
}

async function Stage({ sent, user, params, problems }: StageProps) {
  if (sent.stage === "filed") return <Filed sent={sent} user={user} params={params} />;
  if (sent.stage === "to review") return <Reviewing sent={sent} user={user} params={params} />;
  const discard = <Discard upload={sent.id} action={discardSentWorkbook} />;
  if (sent.stage === "to agree") {
    const box = <CheckboxField name="agreed" label={await policyStatement()} />;
    return (
      <>
        <ActionForm action={agreeAndRead}>
          <HiddenField name="upload" value={String(sent.id)} />
          {problems.length > 0 ? <FieldProblems problems={problems}>{box}</FieldProblems> : box}
          <SubmitButton pending="Sending…">Continue</SubmitButton>
        </ActionForm>
        {discard}
      </>
    );
  }
  if (sent.stage === "refused" || sent.stage === "stopped")
    return (
      <>
        <Stopped
          upload={sent.id}
          problem={sent.problem && `${sent.problem}.`}
          outcome="None of your returns has been changed."
          retry={checkWorkbookAgain}
        />
        {discard}
      </>
    );
  return (
    <>
      <InsetText>
        <p role="status">
          {sent.toDo > 0
            ? `${formatNumber(sent.done)} of ${formatNumber(sent.toDo)} returns ${sent.stage === "filing" ? "filed" : "checked"}.`
            : "It will start within a few seconds."}{" "}
          You can leave this page and the work will continue.
        </p>
      </InsetText>
      <p>
        <a href={`/uploads/${sent.id}`}>Refresh progress</a>
      </p>
      <KeepsUp />
    </>
  );
}
