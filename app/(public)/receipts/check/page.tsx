import {
  FieldProblems,
  InsetText,
  NotificationBanner,
  Page,
  SubmitButton,
  SummaryList,
  TextField,
} from "@/components/ui";
import { formatDateTime, formatMonth } from "@/lib/format";
import type { Problem } from "@/lib/outcome";
import { type GenuineReceipt, receiptGenuine } from "@/lib/returns/queries";
import { readCheckCode, readReference } from "@/lib/returns/reference";

/** Is this receipt genuine? For anyone who was given its reference and check code; figures are not shown. */
export default async function CheckReceiptPage(props: {
  searchParams: Promise<{ reference?: string | string[]; code?: string | string[] }>;
}) {
  const params = await props.searchParams;
  const [reference, code] = [text(params.reference), text(params.code)];
  const asked = params.reference !== undefined || params.code !== undefined;
  const problems = asked ? unreadable(reference, code) : [];
  const found = asked && problems.length === 0 ? await receiptGenuine(reference, code) : null;
  return (
    <Page heading="Check a receipt" problems={problems} banner={found && <Genuine found={found} />}>
      <p>
        Care providers get a receipt when they file a return. Use its reference and check code to see that it is genuine
        and what it is for. You will not see the figures.
      </p>
      {asked && problems.length === 0 && !found && (
        <InsetText>
          There is no receipt with this reference and check code. Check both: they are on the receipt and look like
          RET-8H2K-4M7P and 29QX-4HJP.
        </InsetText>
      )}
      <form method="get">
        <FieldProblems problems={problems}>
          <TextField
            name="reference"
            label="Reference"
            hint="For example, RET-8H2K-4M7P"
            value={reference}
            width={20}
          />
          <TextField name="code" label="Check code" hint="For example, 29QX-4HJP" value={code} width={10} />
        </FieldProblems>
        <SubmitButton>Check receipt</SubmitButton>
      </form>
    </Page>
  );
}

const text = (given: string | string[] | undefined): string =>
  Array.isArray(given) ? (given[0] ?? "") : (given ?? "");

/** What cannot be a reference or a check code at all. */
function unreadable(reference: string, code: string): Problem[] {
  const wrong = (field: string, typed: string, name: string, like: string, read: string | null) =>
    read === null
      ? [
          {
            field,
            message:
              typed.trim() === "" ? `Enter the ${name}` : `Enter the ${name} as it is on the receipt, like ${like}`,
          },
        ]
      : [];
  return [
    ...wrong("reference", reference, "reference", "RET-8H2K-4M7P", readReference(reference)),
    ...wrong("code", code, "check code", "29QX-4HJP", readCheckCode(code)),
  ];
}

function Genuine({ found }: { found: GenuineReceipt }) {
  return (
    <NotificationBanner success heading="This receipt is genuine">
      <SummaryList
        rows={[
          { label: "Reference", value: found.reference },
          { label: "Location", value: found.location },
          { label: "Collection", value: found.collection },
          ...(found.monthly ? [{ label: "Window", value: formatMonth(found.month) }] : []),
          { label: "Filed at", value: formatDateTime(found.submittedAt) },
          { label: "What was filed", value: found.nil ? "A nil return" : "A return with figures" },
          ...(found.monthly ? [{ label: "In time", value: found.late ? "No: after the window closed" : "Yes" }] : []),
          ...(found.superseded ? [{ label: "Replaced", value: "By a later one" }] : []),
        ]}
      />
    </NotificationBanner>
  );
}
