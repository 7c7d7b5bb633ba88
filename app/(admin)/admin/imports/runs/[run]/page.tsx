import { notFound } from "next/navigation";
import { Page, SummaryList } from "@/components/ui";
import { formatDateTime } from "@/lib/format";
import { importRun } from "@/lib/uploads/queries";
import { supportUser } from "@/lib/web/session";
import { registerLabel } from "@/app/(admin)/admin/imports/labels";
import { Report } from "@/app/(admin)/admin/imports/report";

/** One run of an import: what was read, by whom, and the result. */
export default async function ImportRunPage({ params }: { params: Promise<{ run: string }> }) {
  const user = await supportUser();
  const { run: id } = await params;
  const run = /^\d{1,9}$/.test(id) ? await importRun(user, Number(id)) : null;
  if (!run) notFound();
  return (
    <Page
      heading={run.dryRun ? "A dry run" : "An import"}
      caption={registerLabel(run.register)}
      back={{ href: "/admin/imports", label: "Imports" }}
      width="wide"
    >
      <SummaryList
        rows={[
          { label: "File", value: <span className="break-all">{run.fileName}</span> },
          { label: "SHA-256", value: <span className="break-all">{run.fileHash}</span> },
          { label: "Who", value: <span className="break-all">{run.actor}</span> },
          { label: "Began", value: formatDateTime(run.startedAt) },
          { label: "Ended", value: run.finishedAt ? formatDateTime(run.finishedAt) : "" },
        ]}
      />
      <Report report={run} />
    </Page>
  );
}
