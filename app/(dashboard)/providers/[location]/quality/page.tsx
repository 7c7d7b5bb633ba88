import { notFound } from "next/navigation";
import { Details, SummaryList, Table } from "@/components/ui";
import { can } from "@/lib/access/policy";
import { now } from "@/lib/clock";
import { formatDate } from "@/lib/format";
import { type CareQuality, careQuality, type CqcRated, type PammsRated } from "@/lib/records/care-quality";
import { providerRecord } from "@/lib/records/record";
import { currentUser } from "@/lib/web/session";
import { webHref } from "@/app/(dashboard)/find/web-href";
import { locationAt, type RecordParams } from "@/app/(dashboard)/providers/[location]/address";
import { Corrections } from "@/app/(dashboard)/providers/corrections";
import { RecordPage } from "@/app/(dashboard)/providers/record-page";
import { PammsForms } from "@/app/(dashboard)/providers/[location]/quality/pamms-form";
import { RatingTag } from "@/app/(dashboard)/providers/rating-tag";

/** What CQC and councils found: overall and for each question, today and before. */
export default async function CareQualityPage(props: { params: RecordParams }) {
  const user = await currentUser();
  const id = await locationAt(props.params);
  const time = now();
  const [quality, record] = await Promise.all([careQuality(user, id, time), providerRecord(user, id, time)]);
  if (!quality || !record) notFound();
  const { current, earlier, pamms } = quality;
  const [latest, ...before] = pamms;
  const enters = can(user, "enter PAMMS ratings");
  return (
    <RecordPage place={quality.place} tab="quality" provider={record.facts.provider}>
      <h2 className="nhsuk-heading-m">CQC ratings</h2>
      <SummaryList
        rows={[
          ...current.map(({ domain, rating }) => ({
            label: domain === "Overall" ? "CQC overall" : domain,
            value: <RatingTag rating={rating} />,
          })),
          { label: "Latest CQC report", value: reportOf(quality.reportUri, "Read the CQC report") },
          {
            label: "CQC report published",
            value: quality.reportedOn ? formatDate(quality.reportedOn) : "Unknown",
          },
          { label: "Inherited", value: inheritedWords(quality) },
        ]}
      />
      <Corrections register={record.facts.register} />
      <h2 className="nhsuk-heading-m">PAMMS</h2>
      <SummaryList
        rows={[
          { label: "PAMMS rating", value: latest ? latest.rating : "Not available" },
          { label: "Assessed", value: latest ? formatDate(latest.on) : "Not available" },
          { label: "Latest PAMMS report", value: reportOf(latest?.reportUri ?? null, "Read the PAMMS report") },
          ...(latest
            ? [
                {
                  label: "Where it comes from",
                  value: <span className="wrap-anywhere">{originWords(latest, enters)}</span>,
                },
              ]
            : []),
        ]}
      />
      <p className="nhsuk-body-s">
        PAMMS is how some councils assess the quality of providers. Its ratings do not come from CQC. The support team
        enters them here, or imports them from a council’s file; if one is wrong, ask the council that made the
        assessment.
      </p>
      {before.length > 0 && (
        <Details summary="Earlier PAMMS ratings">
          <EarlierPamms rows={before} />
        </Details>
      )}
      {enters && <PammsForms location={id} entered={pamms} />}
      {earlier.length > 0 ? (
        <Details summary="Earlier CQC ratings">
          <Earlier rows={earlier} />
        </Details>
      ) : (
        <p>No earlier CQC ratings are known.</p>
      )}
      <p className="nhsuk-body-s">Contains CQC information licensed under the Open Government Licence v3.0.</p>
    </RecordPage>
  );
}

const reportOf = (address: string | null, words: string) =>
  address ? (
    <a href={webHref(address)} rel="noreferrer">
      {words}
    </a>
  ) : (
    "Not available"
  );

const inheritedWords = ({ inherited }: CareQuality) =>
  inherited === null
    ? "Unknown"
    : inherited
      ? "Yes: it was given while another provider ran this location"
      : "No: it was given to this provider";

/** Who brought a PAMMS rating here, how and when. What a file is called is for support alone. */
function originWords({ from, at }: PammsRated, support: boolean): string {
  const day = formatDate(at);
  if ("by" in from) return `Entered by the support team on ${day}`;
  return `Imported by the support team on ${day}${support ? ` from ${from.file}` : ""}`;
}

const EarlierPamms = ({ rows }: { rows: readonly PammsRated[] }) => (
  <Table
    caption="Earlier PAMMS ratings"
    captionHidden
    rows={[...rows]}
    rowKey={({ id }) => String(id)}
    columns={[
      { key: "on", heading: "Assessed", cell: ({ on }) => formatDate(on), rowHeader: true },
      { key: "rating", heading: "Rating", cell: ({ rating }) => rating },
      {
        key: "report",
        heading: "Report",
        cell: ({ on, reportUri }) => reportOf(reportUri, `Read the report of ${formatDate(on)}`),
      },
    ]}
  />
);

const Earlier = ({ rows }: { rows: readonly CqcRated[] }) => (
  <Table
    caption="Earlier CQC ratings"
    captionHidden
    rows={rows.map((row, nth) => ({ ...row, nth }))}
    rowKey={({ nth }) => String(nth)}
    columns={[
      { key: "domain", heading: "Overall or question", cell: ({ domain }) => domain, rowHeader: true },
      { key: "rating", heading: "Rating", cell: ({ rating }) => <RatingTag rating={rating} /> },
      { key: "on", heading: "Published", cell: ({ on }) => (on ? formatDate(on) : "Unknown") },
    ]}
  />
);
