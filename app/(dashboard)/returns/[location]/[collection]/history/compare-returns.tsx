import { InsetText, SelectField, SubmitButton, Table } from "@/components/ui";
import { formatDateTime, formatMonth } from "@/lib/format";
import { differences } from "@/lib/questions/differences";
import { nilReasonInWords } from "@/lib/questions/nil-reasons";
import type { History, ReturnOnRecord } from "@/lib/returns/queries";

/** The differences between any two returns. The address says which two. */
export function CompareReturns(props: { found: History; from: string | undefined; to: string | undefined }) {
  const { found } = props;
  const [newest, before] = found.returns;
  if (!newest || !before) return null;
  const pick = (reference: string | undefined, standard: ReturnOnRecord) =>
    found.returns.find((filed) => filed.reference === reference) ?? standard;
  const from = pick(props.from, before);
  const to = pick(props.to, newest);
  const changed = differences(found.collection, figuresOf(from), figuresOf(to), found.bedTypes);
  const choices = found.returns.map((filed) => ({ value: filed.reference, label: nameOf(filed) }));
  return (
    <section aria-labelledby="compare">
      <h2 className="nhsuk-heading-m" id="compare">
        Compare two returns
      </h2>
      <form method="get" action="#compare" className="ct-no-print">
        <SelectField name="from" label="Earlier return" choices={choices} value={from.reference} empty={null} />
        <SelectField name="to" label="Later return" choices={choices} value={to.reference} empty={null} />
        <SubmitButton look="secondary">Compare</SubmitButton>
      </form>
      {[from, to].map(
        (filed) =>
          filed.nilReason && (
            <p key={filed.reference}>
              {nameOf(filed)}: a nil return, which has no figures. {nilReasonInWords(filed.nilReason)}.
            </p>
          ),
      )}
      {changed.length === 0 ? (
        <InsetText>These two returns are the same.</InsetText>
      ) : (
        <Table
          caption={`From ${nameOf(from)} to ${nameOf(to)}`}
          rows={changed}
          rowKey={({ key }) => key}
          columns={[
            { key: "label", heading: "Question", cell: (row) => row.label },
            { key: "before", heading: formatMonth(from.month), cell: (row) => row.before },
            { key: "after", heading: formatMonth(to.month), cell: (row) => row.after },
          ]}
        />
      )}
    </section>
  );
}

const figuresOf = ({ answers, beds }: ReturnOnRecord) => ({ answers: answers ?? {}, beds });
const nameOf = ({ month, submittedAt }: ReturnOnRecord) =>
  `${formatMonth(month)}, filed at ${formatDateTime(submittedAt)}`;
