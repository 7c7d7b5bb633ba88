import { giveAccess } from "@/lib/access/give";
import { issueCredentials } from "@/lib/accounts/issue-credentials";
import { system, transact, type Transaction } from "@/lib/db";
import { queueEmail } from "@/lib/outbox/queue-email";
import { settleWaiting } from "@/lib/registrations/settle-waiting";
import { checkLines, type CheckedLine } from "./check-lines";
import type { ManagerLine } from "./columns";
import { knownRecordsOf } from "./known-records";

/**
 * Does what a confirmed spreadsheet says: each manager becomes an approver of their locations and gets login details.
 * One person at a time, each in one transaction with the report of their lines, so that work that was cut off goes on
 * where it stopped and no line is done twice. Answers with how many lines were done now.
 */
export async function preRegister(file: ManagersFile, now: Date): Promise<{ lines: number }> {
  const people = new Map<string, ManagerLine[]>();
  for (const line of file.lines) {
    if (file.finished.has(line.line)) continue;
    const key = line.email.toLowerCase();
    people.set(key, [...(people.get(key) ?? []), line]);
  }
  let lines = 0;
  for (const [, theirs] of people) lines += await onePerson(theirs, file, now);
  return { lines };
}

/** The result of a line. */
export interface LineResult {
  line: number;
  result: string;
  accountId: number | null;
}

/** A confirmed spreadsheet of managers, and which of its lines are done. */
export interface ManagersFile {
  lines: readonly ManagerLine[];
  finished: ReadonlySet<number>;
  confirmedById: number;
  /** Keeps the report of some lines in the transaction that did them. */
  report: (tx: Transaction, results: LineResult[]) => Promise<{ count: number }>;
}

type By = Pick<ManagersFile, "confirmedById">;

const said: Record<CheckedLine["verdict"], string> = {
  "new account": "Account created as approver, login details sent",
  "adds access": "Approver access added to their account",
  "raises to approver": "Made approver",
  "nothing to do": "Already an approver there: nothing to do",
  refused: "Refused",
};

/** All of a file's lines are judged, so that what one line says about another counts here too. */
async function onePerson(theirs: ManagerLine[], by: ManagersFile, now: Date): Promise<number> {
  const wanted = new Set(theirs.map(({ line }) => line));
  return transact(
    system("pre-registration"),
    `pre-registered from a spreadsheet, confirmed by account ${by.confirmedById}`,
    async (tx) => {
      const email = theirs[0]?.email.toLowerCase() ?? "";
      await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`account:${email}`}, 0))::text`;
      const sameAddress = by.lines.filter((line) => line.email.toLowerCase() === email);
      const lines = checkLines(sameAddress, await knownRecordsOf(tx, sameAddress, now)).filter(({ line }) =>
        wanted.has(line),
      );
      const todo = lines.filter(({ verdict }) => verdict !== "refused" && verdict !== "nothing to do");
      const account = await accountFor(tx, todo, now);
      if (account) await letIn(tx, account, todo, by, now);
      const { count } = await by.report(
        tx,
        lines.map(({ line, verdict, problems }) => ({
          line,
          result: verdict === "refused" ? `Refused: ${problems.join(". ")}` : said[verdict],
          accountId: verdict === "refused" ? null : (account?.id ?? lines[0]?.accountId ?? null),
        })),
      );
      return count;
    },
  );
}

interface Account {
  id: number;
  email: string;
  name: string;
  made: boolean;
}

async function accountFor(tx: Transaction, [first]: readonly CheckedLine[], now: Date): Promise<Account | null> {
  if (!first?.kind) return null;
  if (first.accountId !== null) {
    const { id, email, fullName } = await tx.account.findUniqueOrThrow({ where: { id: first.accountId } });
    return { id, email, name: fullName, made: false };
  }
  const { id, email, fullName } = await tx.account.create({
    data: {
      email: first.email,
      fullName: first.name,
      telephone: first.telephoneUsed,
      jobTitle: first.job || "Registered Manager",
      kind: first.kind,
      createdAt: now,
    },
  });
  return { id, email, name: fullName, made: true };
}

async function letIn(tx: Transaction, account: Account, todo: readonly CheckedLine[], by: By, now: Date) {
  const places: string[] = [];
  for (const { locationId } of todo) {
    if (locationId === null) continue;
    const target = { locationId, providerId: null, areaId: null };
    await giveAccess(tx, account.id, target, { level: "approver", givenById: by.confirmedById }, now);
    places.push((await tx.location.findUniqueOrThrow({ where: { id: locationId }, select: { name: true } })).name);
  }
  const targets = todo.map(({ locationId }) => ({ locationId, providerId: null, areaId: null }));
  await settleWaiting(tx, { holder: account, targets, level: "approver", givenById: by.confirmedById }, now);
  const { id: accountId, email: to, name } = account;
  if (!account.made) {
    const props = { name, places, level: "approver" as const };
    return queueEmail(tx, { template: "access-granted", to, accountId, props }, now);
  }
  const { until } = await issueCredentials(tx, accountId, now);
  const props = { accountId, name, email: to, places, until, why: "registered manager" as const };
  return queueEmail(tx, { template: "account-made", to, accountId, props }, now);
}
