import { PrismaClient } from "@/prisma/client/client";
import { env } from "@/lib/env";
import { InTurn } from "./sequential-adapter";

/**
 * What holds for every connection of the app: times are in milliseconds. Connections carry it themselves, but for those
 * that a pooler hands on: there the login has it (`npm run limits`). `jit=off`: many servers, Debian's among them,
 * compile a statement that they expect to be dear, which takes longer than any of ours runs.
 */
export const limitsOfLogin = {
  statement_timeout: "5000",
  lock_timeout: "2000",
  idle_in_transaction_session_timeout: "10000",
  timezone: "UTC",
  jit: "off",
};

const options = Object.entries(limitsOfLogin)
  .map(([name, value]) => `-c ${name}=${value}`)
  .join(" ");

const mostNamed = 500;
const names = new Map<string, string>();

/**
 * Names a statement by its text, so that each connection parses and plans it once. Lists of different lengths make
 * endless different texts, so beyond a limit the rest have no name, as they would by default. A search has no name
 * either: the best plan depends on what is searched for, and a plan made for any text reads every name.
 */
function nameOf({ sql }: { sql: string }): string {
  if (/ like /i.test(sql)) return "";
  const known = names.get(sql);
  if (known !== undefined || names.size >= mostNamed) return known ?? "";
  const made = `s${names.size}`;
  names.set(sql, made);
  return made;
}

/** The database client for the service's main server, which takes writes. */
export const connectToPrimary = (): PrismaClient => connect({ connectionString: env().DATABASE_URL });

/**
 * The database client for a server that only follows the main one. It gives up sooner: whoever waits for it can still be
 * answered by the main one.
 */
export const connectToReplica = (connectionString: string): PrismaClient =>
  connect({ connectionString, connectionTimeoutMillis: 1000, query_timeout: 6000, keepAlive: true });

interface Server {
  connectionString: string;
  connectionTimeoutMillis?: number;
  query_timeout?: number;
  keepAlive?: boolean;
}

/**
 * Behind a pooler in transaction mode each statement may meet another connection: none has a name there, and options are
 * not sent, which it would refuse.
 */
const connect = (server: Server, pooled = env().DATABASE_POOLED) =>
  new PrismaClient({
    adapter: new InTurn(
      {
        max: Number(process.env.DATABASE_POOL ?? 10),
        connectionTimeoutMillis: 5000,
        ...(pooled ? {} : { options }),
        ...server,
      },
      pooled ? {} : { statementNameGenerator: nameOf },
    ),
  });
