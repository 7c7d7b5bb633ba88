import { spoken } from "@/lib/questions/problem";
import type { Question } from "@/lib/questions/question";
import { type Rule } from "./rule";

/** A figure larger than those who use this data believe gives a warning, because it is usually a typing mistake. */
export function plausibleRule({ key, short, plausible }: Question): Rule | null {
  if (plausible === undefined) return null;
  return {
    code: `${key}.unusually_many`,
    name: `${short}: rarely over ${spoken(plausible)}`,
    help: `A figure over ${spoken(plausible)} is usually a slip, such as 1,200 for 120. If yours is right, say why.`,
    field: key,
    soft: true,
    needs: [key],
    broken(_facts, figure) {
      return typeof figure !== "number" || figure <= plausible
        ? null
        : `${short}: ${spoken(figure)} is unusually high. It is rarely over ${spoken(plausible)}`;
    },
  };
}
