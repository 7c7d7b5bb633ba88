import { system, transact } from "@/lib/db";
import { hashSecret } from "@/lib/tokens";

/** Signing out: the session is over on the server, whatever the browser keeps. */
export async function endSession(token: string, now: Date): Promise<void> {
  await transact(system("session"), "signed out", (tx) =>
    tx.session.updateMany({
      where: { idHash: hashSecret(token), endedAt: null },
      data: { endedAt: now, endedReason: "signed out" },
    }),
  );
}
