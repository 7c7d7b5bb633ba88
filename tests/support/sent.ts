const asJson = (text: string): number | boolean | string | null => {
  if (text === "") return null;
  if (text === "yes" || text === "no") return text === "yes";
  return String(Number(text)) === text ? Number(text) : text;
};

/** What was typed into a form as another system would send it: figures as numbers, ticks as booleans. */
export function sentFrom(typed: Readonly<Record<string, string>>) {
  const answers: Record<string, unknown> = {};
  const beds: { open?: unknown; types: Record<string, Record<string, unknown>> } = { types: {} };
  const accepted: { code: string; reason?: string }[] = [];
  for (const [field, text] of Object.entries(typed)) {
    const [first, type = "", figure = ""] = field.split(".");
    if (first === "accept") accepted.push({ code: field.slice("accept.".length) });
    else if (field === "beds.open") beds.open = asJson(text);
    else if (first === "beds") (beds.types[type] ??= {})[figure] = asJson(text);
    else answers[field] = asJson(text);
  }
  return { answers, beds, accepted };
}
