import Link from "next/link";
import { notFound } from "next/navigation";
import { InsetText, Page, Panel, SummaryList, Table, WarningCallout } from "@/components/ui";
import { now } from "@/lib/clock";
import { formatMonth } from "@/lib/format";
import { collections } from "@/lib/questions/collections";
import { countsBeds } from "@/lib/questions/sets";
import { dueReturns, receipt, type ReceiptInFull } from "@/lib/returns/queries";
import { receiptLines } from "@/lib/returns/receipt-words";
import { currentUser } from "@/lib/web/session";
import { returnAt } from "@/app/(dashboard)/returns/address";
import { FiguresOf } from "@/components/returns/figures";
import { PrintButton } from "./print-button";

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
  const justFiled = (await props.searchParams).filed !== undefined;
  return (
    <Page heading="Receipt" caption={found.location} ownHeading back={{ href: "/returns", label: "Back to returns" }}>
      <Panel title={titleOf(found)}>
        Your reference
        <br />
        <strong>{found.reference}</strong>
      </Panel>
      {justFiled && (
        <p>
          {collections[collection].often === "monthly" && `We sent this receipt to ${user.email}. `}
          There is nothing more to do for this return.
        </p>
      )}
      {found.late && (
        <WarningCallout heading="This update does not count for the window">
          <p>
            We received it after the window closed. We have kept it, marked as late
            {found.answers ? ", and it is shown as your newest figures" : ""}.
          </p>
        </WarningCallout>
      )}
      {justFiled && <StillDue user={user} />}
      <SummaryList rows={receiptLines(found).map(([label, value]) => ({ label, value }))} />
      <p className="ct-no-print">
        <Link href={`/api/receipts/${found.reference}/pdf`} prefetch={false}>
          Download this receipt as PDF
        </Link>
        , <Link href={`${path}/history`}>see all returns</Link>. Anyone you give the reference and check code to can{" "}
        <Link href="/receipts/check">check that it is genuine</Link>, but they will not see your figures.
      </p>
      <PrintButton />
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
          caption="What you confirmed"
          rows={found.accepted}
          rowKey={({ code }) => code}
          columns={[
            { key: "message", heading: "We asked", cell: ({ message }) => message },
            { key: "reason", heading: "Your reason", cell: ({ reason }) => reason || "None given" },
          ]}
        />
      )}
    </Page>
  );
}

const titleOf = ({ nilReason, late, month }: ReceiptInFull) =>
  `${nilReason ? "Nil return" : late ? "Late update" : "Return"} for ${formatMonth(month)} received`;

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
