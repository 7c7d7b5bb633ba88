import type { User } from "@/lib/access/user";
import type { Prisma } from "@/lib/db";

/** What someone waits for: asked for with their account, or with a registration of theirs that is not wholly decided. */
export const ownWaiting = (user: Pick<User, "id" | "email">): Prisma.AccessRequestWhereInput => ({
  decidedAt: null,
  OR: [
    { accountId: user.id },
    { registration: { OR: [{ accountId: user.id }, { email: { equals: user.email, mode: "insensitive" } }] } },
  ],
});
