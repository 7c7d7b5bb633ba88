import { PrismaPg } from "@prisma/adapter-pg";
import type { Transaction } from "@prisma/driver-adapter-utils";

/**
 * Prisma's adapter, but for one thing: it asks for a row's relations all at once, also inside a transaction, whose one
 * connection answers one statement after the other. The driver will refuse that; here each waits for the one before.
 */
export class InTurn extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    const startTransaction = async (...isolation: Parameters<typeof start>) => inTurn(await start(...isolation));
    return Object.assign(adapter, { startTransaction });
  }
}

function inTurn(transaction: Transaction): Transaction {
  let last: Promise<unknown> = Promise.resolve();
  const after =
    <Asked, Answer>(run: (asked: Asked) => Promise<Answer>) =>
    (asked: Asked): Promise<Answer> => {
      const mine = last.then(() => run(asked));
      last = mine.catch(() => undefined);
      return mine;
    };
  return Object.assign(transaction, {
    queryRaw: after(transaction.queryRaw.bind(transaction)),
    executeRaw: after(transaction.executeRaw.bind(transaction)),
  });
}
