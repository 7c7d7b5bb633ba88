/**
 * Why the database refused something, in the ways we expect: "duplicate" if a unique index refused it, "busy" if
 * someone else held the rows, or every connection, for too long. Null for any other fault.
 */
export function refusedBy(fault: unknown): "duplicate" | "busy" | null {
  const said = statesIn(fault, 0);
  if (said.has("23505") || said.has("P2002")) return "duplicate";
  if (["55P03", "40P01", "57014", "53300", "P2024", "P2028", noConnection].some((each) => said.has(each)))
    return "busy";
  return null;
}

/** What the driver says, without a code, where every connection of its pool is taken. */
const noConnection = "timeout exceeded when trying to connect";

/** Every code in an error, its causes and the details that the database client hangs on it. */
function statesIn(fault: unknown, depth: number): Set<string> {
  const found = new Set<string>();
  if (typeof fault !== "object" || fault === null || depth > 5) return found;
  for (const key of ["code", "originalCode"]) {
    const code = (fault as Record<string, unknown>)[key];
    if (typeof code === "string") found.add(code);
  }
  const { message } = fault as { message?: unknown };
  if (typeof message === "string" && message.includes(noConnection)) found.add(noConnection);
  for (const key of ["meta", "cause", "driverAdapterError"])
    for (const code of statesIn((fault as Record<string, unknown>)[key], depth + 1)) found.add(code);
  return found;
}
