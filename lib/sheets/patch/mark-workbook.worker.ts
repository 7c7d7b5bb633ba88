import { answerInThread } from "@/lib/answer-in-thread";
import { markedWorkbook } from "./marked-workbook";

answerInThread(markedWorkbook);
