import { answerInThread } from "@/lib/answer-in-thread";
import { receiptDocument } from "./receipt-document";

answerInThread(receiptDocument);
