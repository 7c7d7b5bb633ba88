import { parseArgs } from "node:util";
import { Sentence } from "../steps/sentence.mjs";

/** The words after a command, by Node's own reader; what it does not know is refused with how the command is used. */
export function optionsOf(options, usage) {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new Sentence(`${error.message.replace(/\.? To specify.*$/s, "")}. ${usage}`);
  }
}
