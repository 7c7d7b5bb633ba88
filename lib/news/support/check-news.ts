import { type AccountKind, accountKinds } from "@/lib/access/kinds";
import { londonInstant, type Day } from "@/lib/london";
import type { Problem } from "@/lib/outcome";
import { areasTyped } from "@/lib/organisations/areas-typed";
import { isNewsKind, type NewsKind } from "@/lib/news/news-kinds";

/** A piece of news as support types it. `areas` holds names or codes, one on each line. */
export interface NewsTyped {
  kind: string;
  title: string;
  summary: string;
  body: string;
  forKinds: readonly string[];
  areas: string;
  /** "" where no day was typed; null where what was typed is none. */
  showsFrom: Day | null;
  byEmail: boolean;
}

/** What is kept of it. */
export interface NewsToKeep {
  kind: NewsKind;
  title: string;
  summary: string;
  body: string;
  forKinds: AccountKind[];
  forAreas: number[];
  showsFrom: Date | null;
  byEmail: boolean;
}

/** How long each part may be. */
export const newsLimits = { title: 120, summary: 300, body: 20_000 } as const;

const parts = { title: "the title", summary: "a summary", body: "the text" } as const;
const asked = { title: "The title", summary: "The summary", body: "The text" } as const;

/** From what hour news of a day is shown. */
const hourShown = "08:00";

/** Reads and checks a piece of news: every problem at once. */
export async function checkNews(typed: NewsTyped, now: Date): Promise<{ news: NewsToKeep; problems: Problem[] }> {
  const problems: Problem[] = [];
  if (!isNewsKind(typed.kind)) problems.push({ field: "kind", message: "Select what kind of news this is" });
  const text = { title: "", summary: "", body: "" };
  for (const part of ["title", "summary", "body"] as const) {
    text[part] = clean(typed[part], part === "body");
    const wrong = wrongLength(part, text[part]);
    if (wrong) problems.push({ field: part, message: wrong });
  }
  const { ids, problem } = await areasTyped(typed.areas, now);
  if (problem) problems.push({ field: "areas", message: problem });
  if (typed.showsFrom === null)
    problems.push({ field: "showsFrom", message: "Enter a full date, such as 27 11 2026, or leave it blank" });
  const news = {
    ...text,
    kind: isNewsKind(typed.kind) ? typed.kind : "bulletin",
    forKinds: accountKinds.filter((kind) => typed.forKinds.includes(kind)),
    forAreas: ids,
    showsFrom: typed.showsFrom ? londonInstant(typed.showsFrom, hourShown) : null,
    byEmail: typed.byEmail,
  } satisfies NewsToKeep;
  return { news, problems };
}

const clean = (text: string, lines: boolean) => {
  const read = text.replaceAll("\u0000", "").replaceAll("\r\n", "\n").trim();
  return lines ? read : read.replace(/\s+/g, " ");
};

function wrongLength(part: keyof typeof parts, text: string): string | null {
  if (text === "") return `Enter ${parts[part]}`;
  const most = newsLimits[part];
  return text.length > most ? `${asked[part]} must be ${most.toLocaleString("en-GB")} characters or fewer` : null;
}
