/** What one can ask about returns. Each answers only for the locations that the person asking may see. */
export { dueReturns, type DueReturn, type DueState } from "./due-returns";
export { windowsNow } from "./windows-now";
