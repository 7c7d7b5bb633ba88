import { system, transact } from "@/lib/db";

/** "Start again": deletes what was typed. */
export async function discardDraft(id: string): Promise<void> {
  await transact(system("registration"), "a draft", (tx) => tx.registrationDraft.deleteMany({ where: { id } }));
}
