/**
 * Of many like rows, choices or items beside each other, those that need not be judged one by one: all but the first
 * two, the last and the one with most text, which wraps most. Like ones have the same elements, classes, states and
 * references, each to what is there, and a name where the others have one, so that only their words differ. Runs in the
 * page.
 */
export function likeRows(): Element[] {
  const shapeOf = (element: Element) =>
    element.outerHTML
      .replace(/>[^<]*[^<\s][^<]*/g, ">words")
      .replace(/ (aria-label|alt|value)="[^"]+"/g, " $1=words")
      .replace(/ (?:href|src|name|title|datetime|action|data-[\w-]+)="[^"]*"/g, "")
      .replace(/\d+/g, "0");
  const references = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "headers"];
  const isWhole = (row: Element) =>
    references.every((by) =>
      [...row.querySelectorAll(`[${by}]`)].every((element) =>
        (element.getAttribute(by) ?? "").split(/\s+/).every((id) => document.getElementById(id)),
      ),
    );
  const length = ({ textContent }: Element) => textContent.length;
  const alike: Element[] = [];
  for (const parent of document.querySelectorAll("body *")) {
    if (parent.childElementCount < 8 || alike.some((row) => row.contains(parent))) continue;
    for (const group of Map.groupBy(parent.children, shapeOf).values()) {
      const longest = group.reduce((most, one) => (length(one) > length(most) ? one : most));
      alike.push(...group.slice(2, -1).filter((one) => one !== longest && isWhole(one)));
    }
  }
  return alike;
}
