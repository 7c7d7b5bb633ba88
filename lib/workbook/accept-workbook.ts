import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { Prisma, transact } from "@/lib/db";
import { formatCount } from "@/lib/format";
import { done, type Outcome, refused } from "@/lib/outcome";
import { acceptedIn } from "@/lib/questions/accepted";
import { queueStep } from "@/lib/uploads/queue-step";
import type { PlacedProblem } from "./judge";
import { kindOf } from "./summary";

/** A tick for every return with the same warning, and one for a single return. */
export const kindCode = (code: string): string => `kind.${code}`;
export const rowCode = (nth: number, code: string): string => `row.${nth}.${code}`;
const leaveOut = "leave.out";

/** What was accepted of a workbook: the returns to file, each with its warnings and their reasons. */
export interface AcceptedLot {
  rows: { nth: number; accepted: [code: string, reason: string][] }[];
}

/**
 * Accepts a reviewed workbook: once, by the person who sent it. Its returns are then filed in the background, all or
 * none. A warning is accepted for one return or for all that have it, with one reason. Asks before it leaves out returns
 * that have other warnings.
 */
export async function acceptWorkbook(
  user: User,
  id: number,
  typed: Readonly<Record<string, string>>,
  now: Date,
): Promise<Outcome<null>> {
  allow(user, "send a workbook");
  const ticked = acceptedIn(typed);
  const none = refused({ message: "This workbook has already been filed or discarded" });
  return transact(user, "accepted a workbook", async (tx) => {
    const waiting = await tx.workbook.findFirst({
      where: {
        id,
        accountId: user.id,
        acceptedAt: null,
        problem: null,
        review: { not: Prisma.DbNull },
        expiresAt: { gt: now },
      },
      select: {
        rows: {
          where: { verdict: { not: "problems" } },
          orderBy: { nth: "asc" },
          select: { nth: true, problems: true },
        },
      },
    });
    if (!waiting) return none;
    const rows: AcceptedLot["rows"] = [];
    for (const { nth, problems } of waiting.rows) {
      const accepted = (problems as unknown as PlacedProblem[]).map(
        ({ code }) => [code, ticked.get(rowCode(nth, kindOf(code))) ?? ticked.get(kindCode(kindOf(code)))] as const,
      );
      if (accepted.every((one): one is [string, string] => one[1] !== undefined))
        rows.push({ nth, accepted: accepted });
    }
    const left = waiting.rows.length - rows.length;
    if (rows.length === 0)
      return refused({
        message:
          left > 0
            ? "Tick at least one warning to file the returns that have it"
            : "There is nothing in this workbook to file",
      });
    if (left > 0 && !ticked.has(leaveOut))
      return refused({
        code: leaveOut,
        warning: true,
        message: `${formatCount("return", left)} ${left === 1 ? "has" : "have"} a warning that you have not ticked. Tick it above, or file the others without ${left === 1 ? "it" : "them"}`,
        tick: `File the others and leave out ${formatCount("return", left)}`,
      });
    const lot: AcceptedLot = { rows };
    const { count } = await tx.workbook.updateMany({
      where: { id, acceptedAt: null },
      data: {
        acceptedAt: now,
        accepted: lot as unknown as Prisma.InputJsonObject,
        done: 0,
        toDo: rows.length,
        seenAt: now,
      },
    });
    if (count === 0) return none;
    await queueStep(tx, "workbook", id);
    return done(null);
  });
}
