import { db } from "@/lib/db";

/** The setting that holds what people agree to when they send a workbook. */
const statementKey = "workbook_statement";

const usual =
  "I confirm that these figures are correct to the best of my knowledge, and that we admit people in line with current government policy";

/** The policy statement to be ticked with each workbook, as support set it. */
export async function policyStatement(): Promise<string> {
  const setting = await db.setting.findUnique({ where: { key: statementKey } });
  return setting?.value ?? usual;
}
