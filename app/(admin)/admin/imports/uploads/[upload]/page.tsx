import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import {
  ActionForm,
  ButtonLink,
  CheckboxField,
  HiddenField,
  InsetText,
  NotificationBanner,
  Page,
  SubmitButton,
} from "@/components/ui";
import { Ask, Discard, KeepsUp, Stopped } from "@/components/uploads";
import { now } from "@/lib/clock";
import { formatDateTime, formatNumber } from "@/lib/format";
import { upload as uploadOf, type Upload } from "@/lib/uploads/queries";
import { linesRead } from "@/lib/registers/import/report-words";
import { firstWindowSet } from "@/lib/registers/import/begin-owing";
import { leftAsItIs, type ImportReport } from "@/lib/registers/import/tally";
import { supportUser } from "@/lib/web/session";
import {
  confirmRegister,
  discardRegister,
  previewRegisterAgain,
  retryRegister,
} from "@/app/(admin)/admin/imports/actions";
import { registerLabel } from "@/app/(admin)/admin/imports/labels";
import { Report } from "@/app/(admin)/admin/imports/report";

const headings: Record<Upload["stage"], string> = {
  previewing: "Reading the file",
  previewed: "What the file would change",
  importing: "Importing the file",
  imported: "The file was imported",
  refused: "The file was not imported",
  stalled: "The import stopped",
};

/** One uploaded register file: what it would change, the choice to import or discard it, and the result. */
export default async function UploadPage({ params }: { params: Promise<{ upload: string }> }) {
  const user = await supportUser();
  const { upload: id } = await params;
  const upload = /^\d{1,9}$/.test(id) ? await uploadOf(user, Number(id), now()) : null;
  if (!upload) notFound();
  return (
    <Page
      heading={headings[upload.stage]}
      caption={`${registerLabel(upload.register)}${upload.full ? ", the whole register" : ""}`}
      summary={`${upload.fileName}, uploaded at ${formatDateTime(upload.madeAt)} by ${upload.madeBy}.`}
      back={{ href: "/admin/imports", label: "Imports" }}
      width="wide"
    >
      <HowTo of="imports" />
      <Stage upload={upload} />
    </Page>
  );
}

function Stage({ upload }: { upload: Upload }) {
  const { stage, preview, result, problem } = upload;
  if (stage === "imported" && result)
    return (
      <>
        <NotificationBanner success heading="The changes are live now.">
          Confirmed by {upload.confirmedBy}.
        </NotificationBanner>
        <AskFirstWindow report={result} />
        <Report report={result} />
        <ButtonLink href="/admin/imports" look="secondary">
          All imports
        </ButtonLink>
      </>
    );
  if (stage === "previewed" && preview)
    return (
      <>
        <Report report={preview} />
        <ActionForm action={confirmRegister}>
          <HiddenField name="upload" value={String(upload.id)} />
          {preview.bulk && (
            <CheckboxField
              name="close"
              value={String(preview.bulk.number)}
              label={`Yes, this is right: ${formatNumber(preview.bulk.number)} places will close or lose what is listed above`}
            />
          )}
          <SubmitButton pending="Starting…">Import this file</SubmitButton>
        </ActionForm>
        <OtherWay upload={upload} />
        <Discard upload={upload.id} action={discardRegister} />
      </>
    );
  if (stage === "refused" || stage === "stalled")
    return (
      <>
        <Stopped
          upload={upload.id}
          problem={stage === "refused" ? problem : null}
          outcome="Nothing has been changed."
          retry={retryRegister}
        >
          <ButtonLink href={`/admin/imports/new?register=${upload.register}`}>Upload another file</ButtonLink>
        </Stopped>
        <Discard upload={upload.id} action={discardRegister} />
      </>
    );
  return (
    <>
      <p role="status">
        {upload.rowsRead > 0 ? `${linesRead(upload.rowsRead)}.` : "It will start within a few seconds."} You can leave
        this page and the work will continue.
      </p>
      <p>
        <a href={`/admin/imports/uploads/${upload.id}`}>Refresh progress</a>
      </p>
      <KeepsUp />
      {stage === "previewing" && <Discard upload={upload.id} action={discardRegister} />}
    </>
  );
}

/** After the first register was imported: from which window returns are due, and a link to change it. */
function AskFirstWindow({ report }: { report: ImportReport }) {
  const set = report.notices.find(({ kind }) => kind === firstWindowSet);
  if (!set) return null;
  return (
    <InsetText>
      <p>
        When does the service begin? Returns are due from the {set.examples[0]} window on, and no earlier window counts
        as missed.
      </p>
      <p>
        <Link href="/admin/windows/first">Choose another first window</Link>
      </p>
    </InsetText>
  );
}

/**
 * Offers to preview the file the other way, as the whole register or as part of it: people may only see now which it
 * is.
 */
function OtherWay({ upload }: { upload: Upload }) {
  const { full, preview } = upload;
  if (!full && !preview?.notices.some(({ kind }) => kind === leftAsItIs)) return null;
  return (
    <>
      <p>
        {full
          ? "This preview treats the file as the whole register: locations that are not in it will be closed."
          : "Places that are not in the file stay as they are. If the file is the whole register, you can choose to close them."}
      </p>
      <Ask
        upload={upload.id}
        action={previewRegisterAgain}
        also={{ full: full ? "no" : "yes" }}
        pending="Starting…"
        look="secondary"
      >
        {full ? "Preview it as part of the register" : "Preview it as the whole register"}
      </Ask>
    </>
  );
}
