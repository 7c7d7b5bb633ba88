import type { ReactNode } from "react";

export type TagColour =
  "blue" | "green" | "red" | "yellow" | "orange" | "grey" | "purple" | "pink" | "aqua-green" | "white";
export type TagShape = "circle" | "ring" | "triangle" | "square" | "diamond" | "tick" | "cross";

/** A state in a word, with a colour and, where the state matters, a shape: never by colour alone. */
export function Tag({
  children,
  colour = "blue",
  shape,
}: {
  children: ReactNode;
  colour?: TagColour | undefined;
  shape?: TagShape | undefined;
}) {
  return (
    <strong className={`nhsuk-tag nhsuk-tag--${colour} ct-tag`}>
      {shape && <Shape shape={shape} />}
      {children}
    </strong>
  );
}

export type BragColour = "blue" | "red" | "amber" | "green";

const BRAG = {
  blue: { colour: "blue", shape: "square", word: "Blue" },
  red: { colour: "red", shape: "diamond", word: "Red" },
  amber: { colour: "orange", shape: "triangle", word: "Amber" },
  green: { colour: "green", shape: "circle", word: "Green" },
} as const;

/** A blue, red, amber or green status; always with its word, which the caller may make plainer ("At risk"). */
export function StatusTag({ status, children }: { status: BragColour; children?: ReactNode | undefined }) {
  const { colour, shape, word } = BRAG[status];
  return (
    <Tag colour={colour} shape={shape}>
      {children ?? word}
    </Tag>
  );
}

const PATHS: Record<TagShape, string> = {
  circle: "M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1Z",
  ring: "M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1Zm0 2a3 3 0 1 1 0 6 3 3 0 0 1 0-6Z",
  triangle: "M6 1 11.5 11h-11Z",
  square: "M1.5 1.5h9v9h-9Z",
  diamond: "M6 .5 11.5 6 6 11.5.5 6Z",
  tick: "M4.6 10 .8 6.2l1.4-1.4 2.4 2.4L9.8 2l1.4 1.4Z",
  cross: "M2.4 1 6 4.6 9.6 1 11 2.4 7.4 6 11 9.6 9.6 11 6 7.4 2.4 11 1 9.6 4.6 6 1 2.4Z",
};

function Shape({ shape }: { shape: TagShape }) {
  return (
    <svg className="ct-tag__shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
      <path d={PATHS[shape]} fill="currentColor" fillRule="evenodd" />
    </svg>
  );
}
