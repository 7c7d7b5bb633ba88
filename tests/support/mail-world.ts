import type { Collection } from "@/lib/questions/collections";
import { system, transact, type Transaction } from "@/lib/db";
import { monthFor } from "@/lib/windows/reporting-window";

let forms = 0;

/** A return on record without its figures: for tests that ask only whether something was filed. */
export const putReturn = (locationId: number, submittedById: number, collection: Collection, at: Date, late = false) =>
  transact(system("test"), "a return", (tx) => {
    const key = `form-${++forms}`;
    return tx.return.create({
      data: {
        reference: `RET-${key}`,
        checkCode: key,
        locationId,
        collection,
        month: new Date(`${monthFor(at)}-01T00:00:00Z`),
        late,
        source: "form",
        submittedAt: at,
        submittedById,
        idempotencyKey: key,
      },
    });
  });

/** Someone to write to about a location. */
export const putContact = (tx: Transaction, locationId: number, role: string, name: string, email: string) =>
  tx.contact.create({ data: { locationId, role, name, email } });
