import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { InsetText, Page, Panel, PrintButton, SummaryList, Table, WarningCallout } from "@/components/ui";
import { now } from "@/lib/clock";
import { windowOpensOn } from "@/lib/first-window";
import { formatLongDayAndMonth, formatMonth } from "@/lib/format";
import { addMonths, dayIn } from "@/lib/london";
import { isMandated } from "@/lib/questions/collections";
import { countsBeds } from "@/lib/questions/sets";
import { dueReturns, receipt } from "@/lib/returns/queries";
import { receiptLines, receivedInWords } from "@/lib/returns/receipt-words";
import { currentUser } from "@/lib/web/session";
import { returnAt } from "@/app/(dashboard)/returns/address";
import { FiguresOf } from "@/components/returns/figures";

/** Proof that a return was filed: by whom, when, for which window, and what it said. */
export default async function ReceiptPage(props: {
  params: Promise<{ location: string; collection: string; reference: string }>;
  searchParams: Promise<{ filed?: string | string[] }>;
}) {
  const user = await currentUser();
  const { locationId, collection, path } = await returnAt(props.params);
  const { reference } = await props.params;
  const found = await receipt(user, reference);
  if (!found || found.locationId !== locationId || found.collection !== collection) notFound();
  const monthly = isMandated(collection);
  const missed = found.late && !found.counts;
  const justFiled = (await props.searchParams).filed !== undefined;
  return (
    <Page heading="Receipt" caption={found.location} ownHeading back={{ href: "/returns", label: "Back to returns" }}>
      <Panel title={`${receivedInWords(found)} received`}>
        Your reference
        <br />
        <strong>{found.reference}</strong>
      </Panel>
      {justFiled && (
        <p>
          {monthly && `We sent this receipt to ${user.email}. `}
          {!missed && "There is nothing more to do for this return."}
        </p>
      )}
      {missed && (
        <WarningCallout heading="This update does not count for the window">
          <p>
            We received it after the window closed. We have kept it, marked as late
            {found.answers ? ", and it is shown as your newest figures" : ""}. No return was filed in time for{" "}
            {formatMonth(found.month)}, and that cannot be changed now. The next window opens on{" "}
            {formatLongDayAndMonth(dayIn(addMonths(found.month, 1), windowOpensOn))}.
          </p>
        </WarningCallout>
      )}
      {found.late && found.counts && (
        <InsetText>
          This is an extra update. The return you filed in time,{" "}
          <Link href={`${path}/receipt/${found.counts}`}>{found.counts}</Link>, still counts for{" "}
          {formatMonth(found.month)}.
        </InsetText>
      )}
      {justFiled && <StillDue user={user} />}
      <SummaryList rows={receiptLines(found).map(([label, value]) => ({ label, value }))} />
      <p className="ct-no-print">
        <Link href={`/api/receipts/${found.reference}/pdf`}>Download this receipt as PDF</Link>,{" "}
        <Link href={`${path}/history`}>see all returns</Link>. Anyone you give the reference and check code to can{" "}
        <Link href="/receipts/check">check that it is genuine</Link>, but they will not see your figures.
      </p>
      <PrintButton>Print this receipt</PrintButton>
      {found.answers ? (
        <>
          <h2 className="nhsuk-heading-m">What you filed</h2>
          <FiguresOf
            collection={collection}
            figures={{ answers: found.answers, beds: found.beds }}
            bedTypes={found.bedTypes}
          />
        </>
      ) : (
        <InsetText>
          A nil return has no figures.
          {countsBeds(collection) && (
            <>
              {" "}
              It does not change your beds either: <Link href={`/beds/${locationId}`}>update your beds</Link> if there
              is nothing to offer.
            </>
          )}
        </InsetText>
      )}
      {found.accepted.length > 0 && (
        <Table
          caption="What was confirmed"
          rows={found.accepted}
          rowKey={({ code }) => code}
          columns={[
            { key: "message", heading: "We asked", cell: ({ message }) => message },
            { key: "reason", heading: "Reason", cell: ({ reason }) => reason || "None given" },
          ]}
        />
      )}
    </Page>
  );
}

/** A location with two services owes two returns: the other is easily forgotten. */
async function StillDue({ user }: { user: Awaited<ReturnType<typeof currentUser>> }) {
  const [next, ...more] = (await dueReturns(user, now())).filter(({ state }) => state === "due");
  if (!next) return null;
  return (
    <InsetText>
      Still due: <Link href={next.href}>{`${next.label} for ${next.location}`}</Link>
      {more.length > 0 && (
        <>
          {" "}
          and <Link href="/returns">{more.length} more</Link>
        </>
      )}
      . {next.sentence}.
    </InsetText>
  );
}
