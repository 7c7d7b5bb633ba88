/** The setting that holds what people agree to when they send a workbook. */
export const statementKey = "workbook_statement";
