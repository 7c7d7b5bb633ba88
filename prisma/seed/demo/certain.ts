/** What must be there, since we made it ourselves. */
export function certain<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("The demo lacks something that it made up");
  return value;
}
