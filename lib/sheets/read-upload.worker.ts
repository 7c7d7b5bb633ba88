import { answerInThread } from "@/lib/answer-in-thread";
import { readUpload } from "./read-upload";

answerInThread(readUpload);
