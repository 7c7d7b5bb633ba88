import { preRegistrationTemplate } from "@/lib/people/pre-registration/template";
import { workbookType } from "@/lib/sheets/write-xlsx";
import { download, fileAnswer } from "@/lib/web/download";
import { supportUser } from "@/lib/web/session";

/** The spreadsheet to fill in. */
export const GET = download({
  who: supportUser,
  find: () => true as const,
  send: () => fileAnswer(new Uint8Array(preRegistrationTemplate()), workbookType, "managers-to-register.xlsx"),
});
