import { db } from "@/lib/db";
import { hashSecret } from "@/lib/tokens";

/** The seconds that a session has left if unused (idle) and at most; null if it is over. Asking does not extend it. */
export async function sessionLeft(token: string, now: Date): Promise<{ idle: number; most: number } | null> {
  const session = await db.session.findUnique({
    where: { idHash: hashSecret(token) },
    select: { idleUntil: true, until: true, endedAt: true },
  });
  if (!session || session.endedAt) return null;
  const [idle, most] = [session.idleUntil, session.until].map((at) =>
    Math.floor((at.getTime() - now.getTime()) / 1000),
  );
  return idle === undefined || most === undefined || idle <= 0 || most <= 0
    ? null
    : { idle: Math.min(idle, most), most };
}
