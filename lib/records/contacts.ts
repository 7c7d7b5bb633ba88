import type { Prisma } from "@/lib/db";
import { db } from "@/lib/db";
import { locationEmailKinds, managerKind } from "./contact-kinds";
import type { RecordPlace } from "./record-place";
import { type Stamp, stampOf } from "./stamp";

/** Someone in a location's contact directory. */
export interface DirectoryContact {
  id: number;
  kind: string;
  name: string | null;
  organisation: string | null;
  telephone: string | null;
  mobile: string | null;
  email: string | null;
  address: string | null;
  public: boolean;
  version: number;
  stamp: Stamp | null;
}

const withUpdater = { updatedBy: { select: { fullName: true } } } as const satisfies Prisma.ContactInclude;

/** A contact as it was read. */
const asDirectoryContact = ({
  role,
  updatedAt,
  updatedBy,
  onBehalfOf,
  ...rest
}: Prisma.ContactGetPayload<{ include: typeof withUpdater }>): DirectoryContact => {
  const { id, name, organisation, telephone, mobile, email, address, public: shown, version } = rest;
  const stamp = updatedAt && updatedBy ? stampOf(updatedAt, updatedBy, onBehalfOf) : null;
  return { id, kind: role, name, organisation, telephone, mobile, email, address, public: shown, version, stamp };
};

/** The contact directory of a location that someone may see: the manager first. */
export async function contactsOfRecord({ id }: RecordPlace): Promise<DirectoryContact[]> {
  const rows = await db.contact.findMany({
    where: { locationId: id, endedAt: null },
    include: withUpdater,
    orderBy: [{ role: "asc" }, { id: "asc" }],
  });
  const first = ({ role }: { role: string }) => (role === managerKind ? 0 : isLocationEmail(role) ? 1 : 2);
  return rows.sort((one, other) => first(one) - first(other)).map(asDirectoryContact);
}

const isLocationEmail = (kind: string) => locationEmailKinds.includes(kind);

/** What a directory lacks of the least that it should hold, a sentence each. */
export const missingContacts = (contacts: readonly DirectoryContact[]): string[] => [
  ...(contacts.some(({ kind, email }) => kind === managerKind && email)
    ? []
    : ["Add the manager, with an email address: reminders about returns go to it."]),
  ...(contacts.some(({ kind, email }) => isLocationEmail(kind) && email)
    ? []
    : ["Add the location’s own email address, so that people who ask about a place can write to you."]),
];
