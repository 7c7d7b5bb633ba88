import { countsNow } from "@/lib/access/grants";
import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";

/** The support team, and who is proposed for it. */
export async function supportTeam(user: User) {
  allow(user, "support people");
  const [members, proposals] = await Promise.all([
    db.account.findMany({
      where: { kind: "support", deactivatedAt: null },
      select: { id: true, fullName: true, email: true, lastSignedInAt: true, createdAt: true },
      orderBy: { fullName: "asc" },
    }),
    db.supportNomination.findMany({
      orderBy: { id: "desc" },
      take: 50,
      include: { askedBy: { select: { fullName: true } }, decidedBy: { select: { fullName: true } } },
    }),
  ]);
  return { members, proposals };
}

/** The shared accounts there are, closed ones last. */
export async function sharedAccounts(user: User, now: Date) {
  allow(user, "support people");
  return db.account.findMany({
    where: { generic: true },
    select: {
      id: true,
      fullName: true,
      email: true,
      kind: true,
      lastSignedInAt: true,
      deactivatedAt: true,
      access: { where: countsNow(now), select: { location: { select: { name: true } } } },
    },
    orderBy: [{ deactivatedAt: { sort: "asc", nulls: "first" } }, { fullName: "asc" }],
  });
}
