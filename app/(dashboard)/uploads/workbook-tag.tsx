import { Tag } from "@/components/ui";
import type { WorkbookStage } from "@/lib/workbook/stage";

const stages = {
  "to agree": ["yellow", "Needs your agreement"],
  reading: ["yellow", "Being checked"],
  "to review": ["blue", "Ready to review"],
  filing: ["yellow", "Being filed"],
  filed: ["green", "Filed"],
  refused: ["red", "Nothing filed"],
  stopped: ["red", "Stopped"],
} as const satisfies Record<WorkbookStage, readonly [string, string]>;

/** The state of a workbook, in a word or two. */
export function WorkbookTag({ stage }: { stage: WorkbookStage }) {
  const [colour, label] = stages[stage];
  return <Tag colour={colour}>{label}</Tag>;
}
