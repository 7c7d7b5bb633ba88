import { system, transact } from "@/lib/db";
import { queueEmail, type Message } from "@/lib/outbox/queue-email";
import { inWindow } from "./cast";

/** Whom messages of tests come from. */
export const from = "Capacity Tracker <no-reply@tracker.example>";

/** Writes a message to the outbox, and gives its id. */
export const queue = (message: Message) =>
  transact(system("test"), "a message", (tx) => queueEmail(tx, message, inWindow)) as Promise<string>;

/** "Your password was changed", to an address. */
export const changed = (to: string): Message => ({
  template: "password-changed",
  to,
  props: { name: "Amina Yusuf", at: inWindow },
});
