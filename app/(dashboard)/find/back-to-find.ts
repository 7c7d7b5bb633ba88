/** The results that someone came from, or Find itself: an address of Find and of nothing else. */
export const backToFind = (from: unknown): string =>
  typeof from === "string" && /^\/find(?:\?|$)/.test(from) ? from : "/find";

/** A place's page that knows the way back. `said` is what happened there, such as "told=yes". */
export const placeHref = (location: number, from: unknown, said?: string): string => {
  const back = backToFind(from);
  const query = [...(said ? [said] : []), ...(back === "/find" ? [] : [`from=${encodeURIComponent(back)}`])].join("&");
  return `/find/${location}${query && `?${query}`}`;
};
