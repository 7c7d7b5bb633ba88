import type { AccessLevel } from "@/lib/access/user";
import type { AccountKind } from "@/lib/access/kinds";
import type { Prisma } from "@/lib/db";
import { formatList } from "@/lib/format";
import { areaLabel } from "@/lib/organisations/area-label";

/** What must be read of a request to list it. */
export const listedRequestSelect = {
  id: true,
  level: true,
  requestedAt: true,
  decidedAt: true,
  decision: true,
  levelGranted: true,
  location: { select: { id: true, name: true, postcode: true, provider: { select: { name: true } } } },
  area: { select: { id: true, name: true, placeName: true } },
  registration: {
    select: { reference: true, email: true, fullName: true, jobTitle: true, kind: true, organisation: true },
  },
  account: { select: { id: true, email: true, fullName: true, jobTitle: true, kind: true } },
} as const satisfies Prisma.AccessRequestSelect;

type Row = Prisma.AccessRequestGetPayload<{ select: typeof listedRequestSelect }>;

/** A request as lists show it. */
export interface ListedRequest {
  id: number;
  /** Those that are listed together, because one person asks for them: this one first. */
  ids: number[];
  reference: string | null;
  name: string;
  email: string;
  jobTitle: string;
  kind: AccountKind;
  level: AccessLevel;
  /** What is asked for, in words: a location, an area, an organisation. */
  place: string;
  requestedAt: Date;
  decidedAt: Date | null;
  decision: "approved" | "rejected" | "withdrawn" | null;
}

export function listedRequest({ registration, account, location, area, ...row }: Row): ListedRequest {
  const asker = registration ?? account;
  return {
    id: row.id,
    ids: [row.id],
    reference: registration?.reference ?? null,
    name: asker?.fullName ?? "",
    email: asker?.email ?? "",
    jobTitle: asker?.jobTitle ?? "",
    kind: asker?.kind ?? "other",
    level: row.level,
    place:
      location?.name ?? (area ? areaLabel(area.name, area.placeName) : (registration?.organisation ?? "The service")),
    requestedAt: row.requestedAt,
    decidedAt: row.decidedAt,
    decision: row.decision,
  };
}

/** Requests of one person as one line: all their places, since the first of them, an approver if any is. */
export function listedTogether(rows: readonly ListedRequest[]): ListedRequest[] {
  const [first, ...rest] = rows;
  if (!first) return [];
  const places = [...new Set(rows.map(({ place }) => place))];
  const shown = places.length > most ? [...places.slice(0, most - 1), `${places.length - most + 1} more`] : places;
  return [
    {
      ...first,
      ids: rows.map(({ id }) => id),
      place: formatList(shown),
      level: rest.some(({ level }) => level === "approver") ? "approver" : first.level,
    },
  ];
}

const most = 4;
