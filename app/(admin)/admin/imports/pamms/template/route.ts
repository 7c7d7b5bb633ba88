import { pammsTemplate } from "@/lib/registers/pamms/template";
import { workbookType } from "@/lib/sheets/write-xlsx";
import { download, fileAnswer } from "@/lib/web/download";
import { supportUser } from "@/lib/web/session";

/** The spreadsheet of PAMMS ratings to fill in. */
export const GET = download({
  who: supportUser,
  find: () => true as const,
  send: () => fileAnswer(new Uint8Array(pammsTemplate()), workbookType, "pamms-ratings.xlsx"),
});
