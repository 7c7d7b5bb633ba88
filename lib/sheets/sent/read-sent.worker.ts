import { answerInThread } from "@/lib/answer-in-thread";
import { readSent } from "./read-sent";

answerInThread(readSent);
