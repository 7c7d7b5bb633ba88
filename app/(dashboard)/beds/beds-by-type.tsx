"use client";
import { useContext } from "react";
import { BedGrid } from "@/components/questions";
import { Details } from "@/components/ui";
import { FormContext } from "@/components/ui/form-context";
import { bedField, bedFigures, type BedType } from "@/lib/questions/beds";

type Typed = Readonly<Record<string, string>>;

/** The beds that a home has, at once in sight; types that it has none of wait one press away. */
export function BedsByType(props: { types: readonly BedType[]; values: Typed; last: Typed; lastLabel: string }) {
  const { answer } = useContext(FormContext);
  const isUsed = ({ key }: BedType) =>
    bedFigures.some((figure) => {
      const field = bedField(key, figure);
      return [props.values[field], props.last[field]].some((text = "") => text !== "" && text !== "0");
    });
  const used = props.types.filter(isUsed);
  const others = props.types.filter((type) => !isUsed(type));
  if (used.length === 0 || others.length === 0) return <BedGrid {...props} asksOpen />;
  const typed = others.some(({ key }) => bedFigures.some((figure) => answer.typed[bedField(key, figure)]));
  return (
    <>
      <BedGrid {...props} types={used} asksOpen />
      <Details summary="Add beds of another type" open={typed}>
        <BedGrid {...props} types={others} />
      </Details>
    </>
  );
}
