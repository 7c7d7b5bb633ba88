import { Tag } from "@/components/ui";
import type { DueState } from "@/lib/returns/queries";

const tags = {
  due: { colour: "yellow", shape: "ring", word: "Due" },
  filed: { colour: "green", shape: "tick", word: "Filed" },
  nil: { colour: "green", shape: "tick", word: "Nil return filed" },
  missed: { colour: "red", shape: "cross", word: "Missed" },
  "late update": { colour: "orange", shape: "triangle", word: "Updated late" },
  "not due": { colour: "grey", shape: undefined, word: "Not due yet" },
  closed: { colour: "grey", shape: "cross", word: "Closed" },
  "any day": { colour: "blue", shape: undefined, word: "Any day" },
} as const satisfies Record<DueState, object>;

/** The state of a return, as a word with a shape, and whether someone has begun one that is due. */
export function StateTag({ state, started = false }: { state: DueState; started?: boolean }) {
  const { colour, shape, word } = tags[state];
  return (
    <Tag colour={colour} shape={shape}>
      {started && state === "due" ? `${word}, started` : word}
    </Tag>
  );
}
