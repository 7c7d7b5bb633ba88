import type { User } from "@/lib/access/user";

/** Where someone's record is, for the one who looks. */
export const recordHref = (user: User, personId: number): string =>
  user.kind === "support" ? `/admin/people/${personId}` : `/accounts/people/${personId}`;
