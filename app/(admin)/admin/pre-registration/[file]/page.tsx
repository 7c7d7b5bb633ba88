import { notFound } from "next/navigation";
import { ListTable, readTableAddress, type AddressParams } from "@/components/tables";
import { Figure, FigureRow, InsetText, Page } from "@/components/ui";
import { Ask, Discard, KeepsUp, Stopped } from "@/components/uploads";
import { now } from "@/lib/clock";
import { formatCount, formatDateTime, formatNumber, plural } from "@/lib/format";
import { preRegistration } from "@/lib/uploads/pre-registrations";
import { supportUser } from "@/lib/web/session";
import { idOf } from "@/components/tables";
import {
  confirmManagersFile,
  discardManagersFile,
  retryManagersFile,
} from "@/app/(admin)/admin/pre-registration/actions";
import { previewColumns } from "./preview-columns";

/** What each line of a spreadsheet will do, or the result. */
export default async function PreRegistrationFilePage(props: {
  params: Promise<{ file: string }>;
  searchParams: Promise<AddressParams>;
}) {
  const user = await supportUser();
  const id = idOf((await props.params).file);
  const file = id === null ? null : await preRegistration(user, id, now());
  if (!file) notFound();
  const params = await props.searchParams;
  const columns = previewColumns(file.confirmedAt !== null);
  const place = readTableAddress(params, columns, { sort: { by: "", direction: "ascending" } });
  const only = params.show === "refused";
  const lines = only
    ? file.lines.filter(({ verdict, result }) => verdict === "refused" || result?.startsWith("Refused"))
    : file.lines;
  const path = `/admin/pre-registration/${file.id}`;
  const willDo = file.counts.access > 0;
  return (
    <Page
      heading={file.confirmedAt ? "What happened" : "What the file will do"}
      caption={file.fileName}
      summary={`Uploaded at ${formatDateTime(file.madeAt)} by ${file.madeBy}.`}
      back={{ href: "/admin/pre-registration", label: "Pre-register managers" }}
      width="wide"
    >
      {(file.stage === "refused" || file.stage === "stalled") && (
        <Stopped
          upload={file.id}
          problem={file.problem}
          outcome="Lines that are already done stay done."
          retry={retryManagersFile}
        />
      )}
      {file.confirmedAt ? (
        <InsetText>
          <p role="status">
            {file.finishedAt
              ? `Done at ${formatDateTime(file.finishedAt)}.`
              : `In progress: ${formatNumber(file.done)} of ${formatCount("line", file.lines.length)} done. Refresh the page to see its progress.`}{" "}
            Confirmed by {file.confirmedBy}.
          </p>
          {file.stage === "importing" && <KeepsUp />}
        </InsetText>
      ) : (
        <>
          <FigureRow label="What it will do">
            <Figure label="New accounts" value={formatNumber(file.counts.accounts)} />
            <Figure
              label="Made approver"
              value={formatNumber(file.counts.access)}
              unit={plural("line", file.counts.access)}
            />
            <Figure
              label="Nothing to do"
              value={formatNumber(file.counts.nothing)}
              unit={plural("line", file.counts.nothing)}
            />
            <Figure
              label="Refused"
              value={formatNumber(file.counts.refused)}
              unit={plural("line", file.counts.refused)}
            />
          </FigureRow>
          {file.counts.refused > 0 && (
            <p>
              Refused lines are left out. To include them, correct them in the file and upload it again: lines that are
              already done will not be done twice. <a href={`${path}?show=refused`}>Show refused lines</a>
            </p>
          )}
          {willDo ? (
            <Ask upload={file.id} action={confirmManagersFile} pending="Confirming…" look="primary">
              {`Register ${formatCount("new manager", file.counts.accounts)} and give access by ${formatCount("line", file.counts.access)}`}
            </Ask>
          ) : (
            <p>There is nothing to confirm, because every line was refused or needs no change.</p>
          )}
          <Discard upload={file.id} action={discardManagersFile} />
        </>
      )}
      <ListTable
        caption={only ? "Refused lines" : "Line by line"}
        of={["line", "lines"]}
        columns={columns}
        rows={lines.slice((place.page - 1) * place.size, place.page * place.size)}
        rowKey={(row) => String(row.line)}
        total={lines.length}
        path={path}
        params={params}
        place={place}
        filters={only ? [{ label: "Refused lines", without: { show: null } }] : []}
      />
    </Page>
  );
}
