import { correctedFile } from "@/lib/workbook/corrected-file";
import { fileForSender } from "@/app/(dashboard)/uploads/[upload]/file-for-sender";

/** A workbook back to its sender, with what to put right marked in it. */
export const GET = fileForSender(correctedFile);
