import { Tag } from "@/components/ui";
import type { UploadStage } from "@/lib/uploads/upload-stage";

const stages = {
  previewing: ["yellow", "Being read"],
  previewed: ["blue", "Waiting to be confirmed"],
  importing: ["yellow", "Being imported"],
  imported: ["green", "Imported"],
  refused: ["red", "Refused"],
  stalled: ["red", "Stopped"],
} as const satisfies Record<UploadStage, readonly [string, string]>;

/** The state of an uploaded file, in a word. */
export function UploadTag({ stage }: { stage: UploadStage }) {
  const [colour, label] = stages[stage];
  return <Tag colour={colour}>{label}</Tag>;
}
