import type { User } from "@/lib/access/user";

/** The address of someone's record, for the person who opens it. */
export const recordHref = (user: User, personId: number): string =>
  user.kind === "support" ? `/admin/people/${personId}` : `/accounts/people/${personId}`;
