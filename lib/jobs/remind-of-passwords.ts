import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { formatCount } from "@/lib/format";
import { addDays, dayOf, daysBetween, startOfDay } from "@/lib/london";
import { queueInParts } from "./queue-in-parts";

/** Days before the password expires, as NHSmail has them. */
const passwordReminders = [1, 2, 5, 10, 18] as const;

/**
 * Reminds people whose password expires in 18, 10, 5, 2 or 1 days: each once, counted in London's days. Where the day
 * itself was missed, the next day reminds. No one is reminded where passwords do not expire (PASSWORD_DAYS is 0).
 */
export async function remindOfPasswords(now: Date): Promise<string> {
  const lasts = env().PASSWORD_DAYS;
  if (lasts === 0) return "Passwords do not expire";
  const today = dayOf(now);
  const accounts = await db.account.findMany({
    where: {
      deactivatedAt: null,
      passwordSetAt: {
        gte: startOfDay(addDays(today, 1 - lasts)),
        lt: startOfDay(addDays(today, passwordReminders[4] + 1 - lasts)),
      },
    },
    select: { id: true, email: true, fullName: true, passwordSetAt: true },
    orderBy: { id: "asc" },
  });
  const expiring = accounts.flatMap((account) => {
    const expiresOn = addDays(dayOf(account.passwordSetAt ?? now), lasts);
    const days = daysBetween(today, expiresOn);
    const reminder = passwordReminders.find((before) => before >= days);
    return reminder === undefined ? [] : [{ ...account, expiresOn, days, reminder }];
  });
  const written = await queueInParts(expiring, "a password expires soon", now, (part) =>
    part.map(({ id, email, fullName, expiresOn, days, reminder }) => ({
      template: "password-expiring",
      to: email,
      accountId: id,
      uniqueKey: `password-expiring:${id}:${expiresOn}:${reminder}`,
      props: { name: fullName, expiresOn, days },
    })),
  );
  return formatCount("message", written);
}
