import { can } from "@/lib/access/policy";
import { now } from "@/lib/clock";
import { workbookType } from "@/lib/sheets/write-xlsx";
import { download, fileAnswer } from "@/lib/web/download";
import { workbookTemplate } from "@/lib/workbook/template";

/** The workbook of this person and this month. */
export const GET = download({
  find: ({ user }) => can(user, "send a workbook"),
  send: async (_, { user }) => {
    const { name, bytes } = await workbookTemplate(user, now());
    return fileAnswer(new Uint8Array(bytes), workbookType, name);
  },
});
