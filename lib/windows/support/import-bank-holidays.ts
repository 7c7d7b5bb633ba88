import { z } from "zod";
import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, type Outcome, refusedAt } from "@/lib/outcome";
import { type Day } from "@/lib/london";
import { holidaysFrom } from "@/lib/windows/bank-holidays";

const shape = z.object({
  "england-and-wales": z.object({
    events: z
      .array(z.object({ title: z.string().min(1).max(200), date: z.iso.date() }))
      .min(1)
      .max(2000),
  }),
});

/**
 * Imports GOV.UK's file of bank holidays (www.gov.uk/bank-holidays.json). From now on it decides for the years that it
 * covers, and the rules decide for other years. Refuses any other file, and then changes nothing.
 */
export async function importBankHolidays(user: User, text: string): Promise<Outcome<{ holidays: number; until: Day }>> {
  allow(user, "change windows and seasons");
  const field = "file";
  const read = shape.safeParse(jsonOf(text));
  if (!read.success)
    return refusedAt(field, "This is not GOV.UK’s bank holidays file. Choose the file bank-holidays.json");
  const { events } = read.data["england-and-wales"];
  const { until } = holidaysFrom(read.data);
  const first = events.map(({ date }) => date).sort()[0] ?? until;
  const rows = [...new Map(events.map(({ date, title }) => [date, title]))];
  await transact(user, "imported GOV.UK's bank holidays", async (tx) => {
    const years = { gte: new Date(`${first.slice(0, 4)}-01-01`), lte: new Date(until) };
    const dates = rows.map(([date]) => new Date(date));
    await tx.bankHoliday.deleteMany({ where: { date: { ...years, notIn: dates } } });
    for (const [date, title] of rows) {
      const day = new Date(date);
      await tx.bankHoliday.upsert({ where: { date: day }, update: { title }, create: { date: day, title } });
    }
  });
  return done({ holidays: rows.length, until });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return null;
  }
}
