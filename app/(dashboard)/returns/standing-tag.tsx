import { StatusTag } from "@/components/ui";
import type { ComplianceStanding } from "@/lib/windows/compliance";

const tags = {
  "on track": { status: "green", word: "On track" },
  "at risk": { status: "amber", word: "At risk" },
  "notice threshold": { status: "red", word: "Notice threshold reached" },
} as const satisfies Record<ComplianceStanding, object>;

/** A location's compliance with a monthly return, as a word with a shape. */
export function StandingTag({ standing }: { standing: ComplianceStanding }) {
  const { status, word } = tags[standing];
  return <StatusTag status={status}>{word}</StatusTag>;
}
