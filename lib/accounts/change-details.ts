import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, refused, type Outcome } from "@/lib/outcome";

export interface OwnDetails {
  fullName: string;
  telephone: string;
  jobTitle: string;
  communications: boolean;
}

/**
 * Changes a person's own details. Only support can change those of a shared account, because no one person would be
 * making the change.
 */
export async function changeDetails(user: User, details: OwnDetails): Promise<Outcome<null>> {
  if (user.generic) return refused({ message: "Only support can change the details of a shared account." });
  await transact(user, "changed own details", (tx) =>
    tx.account.update({ where: { id: user.id }, data: { ...details } }),
  );
  return done(null);
}
