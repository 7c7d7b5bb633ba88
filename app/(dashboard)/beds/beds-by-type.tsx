"use client";
import { BedGrid } from "@/components/questions";
import { FormDetails } from "@/components/ui";
import { bedField, bedFigures, type BedType } from "@/lib/questions/beds";

type Typed = Readonly<Record<string, string>>;

/** The beds that a home has, at once in sight; types that it has none of wait one press away. */
export function BedsByType(props: {
  types: readonly BedType[];
  values: Typed;
  last: Typed;
  lastLabel: string;
  /** What the place is called: "home", "hospice". */
  place: string;
}) {
  const isUsed = ({ key }: BedType) =>
    bedFigures.some((figure) => {
      const field = bedField(key, figure);
      return [props.values[field], props.last[field]].some((text = "") => text !== "" && text !== "0");
    });
  const used = props.types.filter(isUsed);
  const others = props.types.filter((type) => !isUsed(type));
  if (used.length === 0 || others.length === 0) return <BedGrid {...props} asksOpenOf={props.place} />;
  const fields = others.flatMap(({ key }) => bedFigures.map((figure) => bedField(key, figure)));
  return (
    <>
      <BedGrid {...props} types={used} asksOpenOf={props.place} />
      <FormDetails summary="Add beds of another type" fields={fields}>
        <BedGrid {...props} types={others} />
      </FormDetails>
    </>
  );
}
