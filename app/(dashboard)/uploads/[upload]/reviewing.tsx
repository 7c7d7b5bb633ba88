import { ListTable, readTableAddress, type AddressParams } from "@/components/tables";
import { AcceptWarnings, ActionForm, Figure, FigureRow, HiddenField, SubmitButton } from "@/components/ui";
import { Discard } from "@/components/uploads";
import type { User } from "@/lib/access/user";
import { formatCount, formatNumber, lotInWords } from "@/lib/format";
import { workbookReturns, type SentWorkbookOf } from "@/lib/workbook/queries";
import { canBeFiled } from "@/lib/workbook/summary";
import { isVerdict, verdicts } from "@/lib/workbook/verdicts";
import { acceptAndFile, discardSentWorkbook } from "@/app/(dashboard)/uploads/actions";
import { expectedWarnings } from "./expected-warnings";
import { ProblemList } from "./problem-list";
import { returnColumns } from "./return-columns";

/** What a workbook will do, before it is done: problems first, then what is asked, then each return, old beside new. */
export async function Reviewing({ sent, user, params }: { sent: SentWorkbookOf; user: User; params: AddressParams }) {
  const { review } = sent;
  if (!review) return null;
  const place = readTableAddress(params, returnColumns, { sort: { by: "", direction: "ascending" } });
  const show = typeof params.show === "string" && isVerdict(params.show) ? params.show : undefined;
  const { rows, total } = await workbookReturns(user, sent.id, { ...place, verdict: show });
  const path = `/uploads/${sent.id}`;
  const { returns, surveys } = canBeFiled(review);
  const each = params.each === "yes";
  return (
    <>
      <FigureRow label="What it will do">
        {verdicts.map((verdict) => (
          <Figure key={verdict} label={labels[verdict]} value={formatNumber(review.counts[verdict])} />
        ))}
      </FigureRow>
      <p>
        {formatCount("other", review.untouched)}{" "}
        {review.untouched === 1 ? "was left as it was" : "were left as they were"} in the template, and will not be
        filed.
      </p>
      <ProblemList
        kinds={review.kinds.filter(({ warning }) => !warning)}
        upload={sent.id}
        csv={/\.csv$/i.test(sent.fileName)}
      />
      {returns + surveys > 0 ? (
        <ActionForm action={acceptAndFile}>
          <HiddenField name="upload" value={String(sent.id)} />
          <AcceptWarnings expected={expectedWarnings(review, each)} />
          {review.asking > 1 && (
            <p>
              <a href={each ? path : `${path}?each=yes`}>
                {each ? "Tick warnings of the same kind together" : "Tick warnings one by one"}
              </a>
            </p>
          )}
          <SubmitButton pending="Sending…">{`File ${lotInWords(returns, surveys)}`}</SubmitButton>
        </ActionForm>
      ) : (
        <p>There is nothing to file yet. Put the workbook right, then submit it again.</p>
      )}
      <Discard upload={sent.id} action={discardSentWorkbook} />
      <ListTable
        caption={surveys > 0 ? "Row by row" : "Return by return"}
        of={surveys > 0 ? ["row", "rows"] : ["return", "returns"]}
        columns={returnColumns}
        rows={rows}
        rowKey={(row) => String(row.nth)}
        total={total}
        path={path}
        params={params}
        place={place}
        filters={show ? [{ label: labels[show], without: { show: null } }] : []}
      />
    </>
  );
}

const labels = {
  new: "New",
  changed: "Replaces an earlier one",
  unchanged: "Nothing has changed",
  nil: "Nil return",
  problems: "With problems",
} as const;
