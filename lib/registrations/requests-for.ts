import { can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { type AccountKind, isLocationKind, kindsDescribedInWords } from "@/lib/access/kinds";
import type { Prisma } from "@/lib/db";
import { env } from "@/lib/env";
import { approving, approvingLocations } from "./approvers";

/** What a list of requests can be narrowed to. */
export interface RequestFilters {
  /** Support only: every request and not just those that are support's to decide. */
  all?: boolean;
  kind?: AccountKind;
  /** Part of a name, an address, a reference or a place. */
  text?: string;
  /** Decided ones as well, for the record. Support only. */
  state?: "waiting" | "approved" | "rejected" | "withdrawn" | "any";
}

/** The requests that this person may decide, narrowed: as a condition that every read of several begins with. */
export function requestsFor(user: User, filters: RequestFilters, now: Date): Prisma.AccessRequestWhereInput {
  const support = user.kind === "support";
  const scope = support ? (filters.all ? {} : forSupport(now)) : forApprover(user);
  const state = (support && filters.state) || "waiting";
  const decided: Prisma.AccessRequestWhereInput =
    state === "any" ? {} : state === "waiting" ? { decidedAt: null } : { decision: state };
  const kind = filters.kind;
  const text = filters.text?.trim();
  return {
    AND: [
      scope,
      decided,
      notOwn(user),
      ...(kind ? [{ OR: [{ registration: { kind } }, { account: { kind } }] }] : []),
      ...(text ? [containing(text)] : []),
    ],
  };
}

/** Spelled out by side, because a null is neither equal nor unequal to anything. */
const notOwn = (user: User): Prisma.AccessRequestWhereInput => ({
  AND: [
    { OR: [{ accountId: null }, { accountId: { not: user.id } }] },
    {
      OR: [
        { registrationId: null },
        {
          registration: {
            OR: [{ accountId: null }, { accountId: { not: user.id } }],
            NOT: { email: { equals: user.email, mode: "insensitive" } },
          },
        },
      ],
    },
  ],
});

function forApprover(user: User): Prisma.AccessRequestWhereInput {
  if (!can(user, "decide requests")) return { id: { in: [] } };
  const grants = user.grants.filter(({ level }) => level === "approver");
  const ids = (of: (grant: (typeof grants)[number]) => number | undefined) =>
    grants.map(of).filter((id) => id !== undefined);
  const locations = ids(({ locationId }) => locationId);
  const providers = ids(({ providerId }) => providerId);
  const areas = ids(({ area }) => area?.id);
  const sited = isLocationKind(user.kind)
    ? [
        { locationId: { in: locations } },
        { location: { OR: [{ providerId: { in: providers } }, { dualProviderId: { in: providers } }] } },
      ]
    : [];
  return { OR: [...sited, { areaId: { in: areas } }, { providerId: { in: providers } }] };
}

/** Support's own: what has no approver, what has waited too long, and the kinds that only support knows. */
function forSupport(now: Date): Prisma.AccessRequestWhereInput {
  const before = new Date(now.getTime() - env().REGISTRATION_WAITING_HOURS * 3_600_000);
  const nobody = { none: approvingLocations(now) };
  return {
    OR: [
      { requestedAt: { lt: before } },
      { locationId: null, areaId: null, providerId: null },
      { registration: { kind: { in: kindsDescribedInWords } } },
      { account: { kind: { in: kindsDescribedInWords } } },
      {
        location: {
          access: nobody,
          provider: { access: nobody },
          OR: [{ dualProviderId: null }, { dualProvider: { access: nobody } }],
        },
      },
      { area: { access: { none: approving(now) } } },
      { provider: { access: { none: approving(now) } } },
    ],
  };
}

function containing(text: string): Prisma.AccessRequestWhereInput {
  const contains = { contains: text, mode: "insensitive" } as const;
  return {
    OR: [
      { registration: { OR: [{ fullName: contains }, { email: contains }, { reference: contains }] } },
      { registration: { organisation: contains } },
      { account: { OR: [{ fullName: contains }, { email: contains }] } },
      { location: { OR: [{ name: contains }, { postcode: contains }, { provider: { name: contains } }] } },
      { area: { OR: [{ name: contains }, { placeName: contains }] } },
    ],
  };
}
