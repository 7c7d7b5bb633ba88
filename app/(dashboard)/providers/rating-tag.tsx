import { Tag, type TagColour, type TagShape } from "@/components/ui";

const looks: Readonly<Record<string, { colour: TagColour; shape: TagShape }>> = {
  Outstanding: { colour: "green", shape: "diamond" },
  Good: { colour: "green", shape: "circle" },
  "Requires improvement": { colour: "orange", shape: "triangle" },
  Inadequate: { colour: "red", shape: "cross" },
};

/** A rating as a tag with its word: "Unknown rating" where CQC has given none. */
export const RatingTag = ({ rating }: { rating: string | null }) => (
  <Tag {...(looks[rating ?? ""] ?? { colour: "grey", shape: "ring" })}>{rating ?? "Unknown rating"}</Tag>
);
