import { Details, Table, type Column } from "@/components/ui";
import type { PlacePage, Rated } from "@/lib/capacity/place-page";
import { formatDate } from "@/lib/format";
import { webHref } from "./web-href";

const question: Column<Rated> = { key: "question", heading: "Question", cell: ({ domain }) => domain, rowHeader: true };
const rest: Column<Rated>[] = [
  { key: "rating", heading: "Rating", cell: ({ rating }) => rating },
  { key: "on", heading: "Published", cell: ({ on }) => (on ? formatDate(on) : "Not known") },
];

/** What CQC says of a place: overall, for each key question, and earlier. */
export function CqcRating({ place }: { place: PlacePage }) {
  const { rating, ratedOn, reportUri, keyQuestions, earlierRatings } = place;
  return (
    <section aria-labelledby="cqc">
      <h2 className="nhsuk-heading-m" id="cqc">
        CQC rating
      </h2>
      <p>
        <strong>{rating ?? "Not rated"}</strong>
        {ratedOn && `, ${formatDate(ratedOn)}`}.
      </p>
      {keyQuestions.length > 0 && (
        <Table
          caption="Key questions"
          captionSize="s"
          columns={[question, ...rest]}
          rows={keyQuestions}
          rowKey={({ domain }) => domain}
        />
      )}
      {earlierRatings.length > 0 && (
        <Details summary="Earlier ratings">
          <Table
            caption="Earlier ratings"
            captionSize="s"
            columns={[{ ...question, heading: "Overall or question" }, ...rest]}
            rows={earlierRatings}
            rowKey={({ domain, on, rating: was }) => `${domain} ${on} ${was}`}
          />
        </Details>
      )}
      {reportUri && (
        <p>
          <a href={webHref(reportUri)} rel="noreferrer">
            Read the CQC report
          </a>
        </p>
      )}
      <p className="nhsuk-body-s">Contains CQC information licensed under the Open Government Licence v3.0.</p>
    </section>
  );
}
