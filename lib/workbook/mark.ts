import { createHash } from "node:crypto";
import type { Month } from "@/lib/london";
import { keyedDigest } from "@/lib/tokens";

/** What a row is about, as its id columns say, and of which form. */
export interface RowIdentity {
  readonly section: string;
  readonly month: Month;
  readonly version: string;
  readonly locationId: number;
  readonly registerId: string;
  /** The bed type's key, on a sheet of beds. */
  readonly bed: string;
}

/** What a row's mark tells: on which figures it was made, and what it said when we made it. */
export interface RowMark {
  readonly looked: string;
  readonly said: string;
}

const proofOf = (identity: RowIdentity, { looked, said }: RowMark): string => {
  const { section, month, version, locationId, registerId, bed } = identity;
  const text = JSON.stringify([section, month, version, locationId, registerId, bed, looked, said]);
  return keyedDigest("workbook row", text).toString("base64url").slice(0, 22);
};

/** What the answers of a row say, in a few letters: the same while they mean the same. */
export const saidBy = (meanings: readonly string[]): string =>
  createHash("sha256").update(meanings.join("\u0001")).digest("base64url").slice(0, 16);

/**
 * The mark of a row, for its hidden column: whoever sorts or filters takes it along with the row. It proves the id
 * columns, and says whether anything in the row was changed.
 */
export const markOf = (identity: RowIdentity, mark: RowMark): string =>
  `${mark.looked}~${mark.said}~${proofOf(identity, mark)}`;

/** Reads a mark: null if it is not the one that we gave to this row. */
export function readMark(identity: RowIdentity, text: string): RowMark | null {
  const [looked = "", said = "", proof = "", ...more] = text.split("~");
  const mark = { looked, said };
  return more.length === 0 && proof !== "" && proof === proofOf(identity, mark) ? mark : null;
}

/** A sheet's version: another as soon as it asks other things. */
export const versionOf = (key: string, columns: readonly string[]): string =>
  `v1-${createHash("sha256")
    .update(JSON.stringify([key, columns]))
    .digest("hex")
    .slice(0, 8)}`;
