import { Worker } from "node:worker_threads";
import { Thread, threadFromSource } from "@/lib/thread";
import type { PrintedReceipt } from "./receipt-document";

const drawer = new Thread<PrintedReceipt, Uint8Array>(
  () =>
    process.env.NEXT_RUNTIME
      ? new Worker(new URL("./draw-receipt.worker.ts", import.meta.url))
      : threadFromSource(new URL("./draw-receipt.worker.ts", import.meta.url)),
  { waiting: 60, milliseconds: 20_000 },
);

/** A receipt as PDF, drawn beside the server's own thread, one after the other. */
export const drawReceipt = (given: PrintedReceipt): Promise<Uint8Array> => drawer.ask(given);
