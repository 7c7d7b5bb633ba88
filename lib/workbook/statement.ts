import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db, transact } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";
import { statementKey } from "@/lib/statement-setting";
import { readReason } from "@/lib/windows/support/reason";

const usual =
  "I confirm that these figures are correct to the best of my knowledge, and that we admit people in line with current government policy";
const longest = 500;

/** The policy statement to be ticked with each workbook, as support set it. */
export async function policyStatement(): Promise<string> {
  const setting = await db.setting.findUnique({ where: { key: statementKey } });
  return setting?.value ?? usual;
}

/** Sets the policy statement, with the reason. Workbooks that were sent with the earlier one stay as they are. */
export async function setPolicyStatement(
  user: User,
  asked: { statement: string; reason: string },
): Promise<Outcome<null>> {
  allow(user, "change windows and seasons");
  const { reason, problems } = readReason(asked.reason);
  const value = asked.statement.replaceAll("\u0000", "").replace(/\s+/g, " ").trim();
  if (value === "") problems.unshift({ field: "statement", message: "Enter the statement" });
  if (value.length > longest)
    problems.unshift({ field: "statement", message: `The statement must be ${longest} characters or fewer` });
  if (problems.length > 0) return refused(...problems);
  await transact(user, reason, (tx) =>
    tx.setting.upsert({ where: { key: statementKey }, update: { value }, create: { key: statementKey, value } }),
  );
  return done(null);
}
