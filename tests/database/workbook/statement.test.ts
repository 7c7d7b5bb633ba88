import { entryInWords } from "@/lib/audit/in-words";
import { auditEntries } from "@/lib/audit/queries";
import { auditSubjects } from "@/lib/audit/subjects";
import { disconnect } from "@/lib/db";
import { policyStatement, setPolicyStatement } from "@/lib/workbook/statement";
import { cast, inWindow } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";

beforeEach(emptyDatabase);
afterAll(disconnect);

const reason = "The policy was renamed in November.";

test("support sets the statement that people agree to with a workbook, and the audit says so in words", async () => {
  const { users } = await cast();
  expect(await policyStatement()).toMatch(/^I confirm/);
  const statement = "I confirm that  these figures\nare right";
  expect(await setPolicyStatement(users.sam, { statement, reason })).toMatchObject({ ok: true });
  expect(await policyStatement()).toBe("I confirm that these figures are right");
  const { rows } = await auditEntries(users.sam, {}, { page: 1, size: 5 }, inWindow);
  const subjectOf = await auditSubjects(rows);
  expect(rows.map((row) => [entryInWords(row, subjectOf(row)), row.reason])[0]).toEqual([
    "Set the statement that people agree to when they send a workbook",
    reason,
  ]);
});

test("the statement is refused without words, too long or without a reason, and is support's alone", async () => {
  const { users } = await cast();
  const fields = async (statement: string, why = reason) => {
    const outcome = await setPolicyStatement(users.sam, { statement, reason: why });
    return outcome.ok ? [] : outcome.problems.map(({ field }) => field);
  };
  expect(await fields(" ")).toEqual(["statement"]);
  expect(await fields("I agree. ".repeat(60))).toEqual(["statement"]);
  expect(await fields("I agree", "")).toEqual(["reason"]);
  for (const user of [users.ben, users.olive])
    await expect(setPolicyStatement(user, { statement: "I agree", reason })).rejects.toThrow("Not allowed");
});
