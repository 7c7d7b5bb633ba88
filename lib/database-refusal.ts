/**
 * What the database refused, of what we expect it to: "duplicate" where a unique index had the last word, "busy" where
 * somebody else held the rows for too long. Null for any other fault.
 */
export function refusedBy(fault: unknown): "duplicate" | "busy" | null {
  const said = statesIn(fault, 0);
  if (said.has("23505") || said.has("P2002")) return "duplicate";
  if (said.has("55P03") || said.has("P2028")) return "busy";
  return null;
}

/** Every code in an error, its causes and the details that the database client hangs on it. */
function statesIn(fault: unknown, depth: number): Set<string> {
  const found = new Set<string>();
  if (typeof fault !== "object" || fault === null || depth > 5) return found;
  for (const key of ["code", "originalCode"]) {
    const code = (fault as Record<string, unknown>)[key];
    if (typeof code === "string") found.add(code);
  }
  for (const key of ["meta", "cause", "driverAdapterError"])
    for (const code of statesIn((fault as Record<string, unknown>)[key], depth + 1)) found.add(code);
  return found;
}
