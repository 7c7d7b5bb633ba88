import { workbookFile } from "@/lib/workbook/queries";
import { sentBack } from "@/app/(dashboard)/uploads/[upload]/sent-back";

/** A workbook as it was sent, back to its sender. */
export const GET = sentBack(workbookFile);
