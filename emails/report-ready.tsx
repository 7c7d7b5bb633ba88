import { formatDateTime } from "@/lib/format";
import { Action, Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";

const ReportReady: Template<"report-ready"> = ({ letterhead, name, report, label, at, path }) => (
  <Frame letterhead={letterhead} name={name} heading="Your report is ready" preview={`${label}: ${report}`}>
    <Para>
      You asked us to email you {label} ({report}). This link shows its figures as they were on{" "}
      {formatDateTime(new Date(at))}. You will need to sign in.
    </Para>
    <Action href={`${letterhead.origin}${path}`}>Open {label}</Action>
    <Para>To stop these emails, open Reports, then Saved reports.</Para>
  </Frame>
);
ReportReady.example = {
  name: "Olive Khan",
  report: "Update monthly status – ASC collection",
  label: "Oldham, every Monday",
  at: "2026-11-16T08:00:00.000Z",
  path: "/reports/update-monthly-status?asOf=2026-11-16T08%3A00%3A00.000Z",
};
export default ReportReady;
