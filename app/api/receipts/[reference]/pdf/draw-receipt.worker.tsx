import { renderToBuffer } from "@react-pdf/renderer";
import { answerInThread } from "@/lib/answer-in-thread";
import { ReceiptDocument } from "./receipt-document";

answerInThread((given: Parameters<typeof ReceiptDocument>[0]) => renderToBuffer(<ReceiptDocument {...given} />));
