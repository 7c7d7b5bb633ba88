import { env } from "@/lib/env";
import { receipt, type ReceiptInFull } from "@/lib/returns/queries";
import { download, fileAnswer } from "@/lib/web/download";
import { drawReceipt } from "./draw-receipt";

/** A receipt as PDF, for whoever may see the location. */
export const GET = download<{ reference: string }, ReceiptInFull>({
  counted: "receipt",
  find: ({ user, params }) => receipt(user, params.reference),
  send: async (found) => {
    const { SERVICE_NAME, APP_ORIGIN } = env();
    const pdf = await drawReceipt({ receipt: found, service: SERVICE_NAME, origin: APP_ORIGIN });
    return fileAnswer(new Uint8Array(pdf), "application/pdf", `receipt-${found.reference}.pdf`);
  },
});
