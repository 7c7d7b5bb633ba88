import { correctedFile } from "@/lib/workbook/corrected-file";
import { sentBack } from "@/app/(dashboard)/uploads/[upload]/sent-back";

/** A workbook back to its sender, with what to put right marked in it. */
export const GET = sentBack(correctedFile);
