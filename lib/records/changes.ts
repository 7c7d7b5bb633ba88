import { auditOfLocation, type AuditEntry } from "@/lib/audit/queries";
import { entryInWords } from "@/lib/audit/in-words";
import { auditSubjects } from "@/lib/audit/subjects";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import type { RecordPlace } from "./record-place";

/** One change of a record: when, who, and what in a sentence. */
export interface RecordChange {
  id: string;
  at: Date;
  by: string;
  what: string;
}

/** Who changed what in a location's record, newest first, for those who may see who works there. */
export async function recordChanges(
  user: User,
  place: RecordPlace,
  page: { page: number; size: number },
): Promise<{ rows: RecordChange[]; total: number }> {
  const { rows, total } = await auditOfLocation(user, place.place, page);
  const [subjectOf, names] = await Promise.all([auditSubjects(rows), namesOf(rows)]);
  return {
    total,
    rows: rows.map((row) => ({
      id: row.id,
      at: row.at,
      by: row.onBehalfOf ?? names.get(row.actor) ?? (row.actor.includes("@") ? "Someone" : "The service"),
      what: entryInWords(row, subjectOf(row)),
    })),
  };
}

async function namesOf(rows: readonly AuditEntry[]): Promise<Map<string, string>> {
  const people = await db.account.findMany({
    where: { email: { in: [...new Set(rows.map(({ actor }) => actor))] } },
    select: { email: true, fullName: true },
  });
  return new Map(people.map(({ email, fullName }) => [email, fullName]));
}
