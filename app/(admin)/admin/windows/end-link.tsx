import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui";
import { formatDateTime } from "@/lib/format";

/** When something was ended, or the link that ends it. */
export function EndLink({
  endedAt,
  what,
  id,
}: {
  endedAt: Date | null;
  what: "extension" | "season" | "excuse" | "accepted";
  id: number;
}) {
  if (endedAt) return <Tag colour="grey">Ended {formatDateTime(endedAt)}</Tag>;
  return (
    <Link href={`/admin/windows/end/${what}/${id}`}>
      End<span className="nhsuk-u-visually-hidden"> this {what === "accepted" ? "acceptance" : what}</span>
    </Link>
  );
}
