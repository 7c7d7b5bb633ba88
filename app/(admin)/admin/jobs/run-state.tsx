import { Tag } from "@/components/ui";
import type { Run } from "@/lib/jobs/queries";

/** How one run went, in a word. */
export function RunState({ run }: { run: Run | undefined }) {
  if (!run) return <Tag colour="grey">Not run yet</Tag>;
  if (run.error !== null) return <Tag colour="red">Failed</Tag>;
  return run.finishedAt ? <Tag colour="green">Done</Tag> : <Tag colour="yellow">Running</Tag>;
}
