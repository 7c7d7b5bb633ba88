import { notFound } from "next/navigation";
import { Details, SummaryList, Table } from "@/components/ui";
import { can } from "@/lib/access/policy";
import { now } from "@/lib/clock";
import { formatDate } from "@/lib/format";
import { type CareQuality, careQuality, type CqcRated } from "@/lib/records/care-quality";
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
  const latest = pamms[0];
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
        ]}
      />
      <p className="nhsuk-body-s">
        PAMMS is how some councils assess the quality of providers. Its ratings do not come from CQC. The support team
        enters them here; if one is wrong, ask the council that made the assessment.
      </p>
      {can(user, "enter PAMMS ratings") && <PammsForms location={id} entered={pamms} />}
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
