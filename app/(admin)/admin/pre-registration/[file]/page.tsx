import { notFound } from "next/navigation";
import { ListTable, readTableAddress, type AddressParams } from "@/components/tables";
import { Figure, FigureRow, InsetText, Page, Tag, type Column } from "@/components/ui";
import { Ask, Discard, KeepsUp, Stopped } from "@/components/uploads";
import { now } from "@/lib/clock";
import { formatCount, formatDateTime, formatNumber, plural } from "@/lib/format";
import { preRegistration, type PreviewLine } from "@/lib/uploads/pre-registrations";
import { supportUser } from "@/lib/web/session";
import { idOf } from "@/components/tables";
import {
  confirmManagersFile,
  discardManagersFile,
  retryManagersFile,
} from "@/app/(admin)/admin/pre-registration/actions";

const columnsFor = (confirmed: boolean): Column<PreviewLine>[] => [
  { key: "line", heading: "Line", numeric: true, cell: (row) => row.line },
  {
    key: "who",
    heading: "Manager",
    rowHeader: true,
    cell: (row) => (
      <div className="wrap-anywhere">
        {row.name || "No name"}
        <div className="nhsuk-body-s">{row.email}</div>
      </div>
    ),
  },
  {
    key: "place",
    heading: "Location",
    cell: (row) => <div className="wrap-anywhere">{[row.location, row.place].filter(Boolean).join(", ")}</div>,
  },
  { key: "verdict", heading: confirmed ? "Result" : "What it does", cell: (row) => <Verdict row={row} /> },
];

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
  const columns = columnsFor(file.confirmedAt !== null);
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

function Verdict({ row }: { row: PreviewLine }) {
  if (row.result?.startsWith("Refused"))
    return (
      <>
        <Tag colour="red">{labels.refused}</Tag>
        <div className="nhsuk-body-s wrap-anywhere">{row.result.replace(/^Refused: /, "")}</div>
      </>
    );
  if (row.result !== null) return <>{row.result}</>;
  return (
    <>
      <Tag colour={row.verdict === "refused" ? "red" : row.verdict === "nothing to do" ? "grey" : "green"}>
        {labels[row.verdict]}
      </Tag>
      {[...row.problems, ...row.warnings].length > 0 && (
        <ul className="nhsuk-list nhsuk-body-s wrap-anywhere">
          {[...row.problems, ...(row.verdict === "refused" ? [] : row.warnings)].map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </>
  );
}

const labels: Record<PreviewLine["verdict"], string> = {
  "new account": "New account, approver",
  "adds access": "Adds access, approver",
  "raises to approver": "Becomes approver",
  "nothing to do": "Nothing to do",
  refused: "Refused",
};
