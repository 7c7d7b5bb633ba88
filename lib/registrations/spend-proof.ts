import { system, transact } from "@/lib/db";
import { readProof } from "./proof-of-work";

/** Takes a browser's proof of work. True the first time it is given, if it is right; a proof counts once. */
export async function spendProof(posted: string | undefined, now: Date): Promise<boolean> {
  const proof = await readProof(posted, now);
  if (!proof) return false;
  const { count } = await transact(system("registration"), "proof of work", (tx) =>
    tx.spentChallenge.createMany({
      data: [{ signature: proof.signature, spentAt: now, expiresAt: proof.until }],
      skipDuplicates: true,
    }),
  );
  return count === 1;
}
