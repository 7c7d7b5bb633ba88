import { Worker } from "node:worker_threads";
import { Thread, threadFromSource } from "@/lib/thread";
import type { ReceiptDocument } from "./receipt-document";

const drawer = new Thread<Parameters<typeof ReceiptDocument>[0], Uint8Array>(
  () =>
    process.env.NEXT_RUNTIME
      ? new Worker(new URL("./draw-receipt.worker.tsx", import.meta.url))
      : threadFromSource(new URL("./draw-receipt.worker.tsx", import.meta.url)),
  { waiting: 60, milliseconds: 20_000 },
);

/** A receipt as PDF, drawn beside the server's own thread, one after the other. */
export const drawReceipt = (given: Parameters<typeof ReceiptDocument>[0]): Promise<Uint8Array> => drawer.ask(given);
