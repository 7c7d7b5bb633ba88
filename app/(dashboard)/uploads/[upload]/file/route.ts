import { workbookFile } from "@/lib/workbook/queries";
import { fileForSender } from "@/app/(dashboard)/uploads/[upload]/file-for-sender";

/** A workbook as it was sent, back to its sender. */
export const GET = fileForSender(workbookFile);
