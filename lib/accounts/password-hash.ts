import { hash, verify } from "@node-rs/argon2";
import { TooBusy } from "@/lib/too-busy";

/** Argon2id, as ASVS 11.4.2 asks: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * The hash of a secret that no one has, at the cost above: checked if there is no other hash, so that every answer takes as long.
 */
const nobodys = "$argon2id$v=19$m=19456,t=2,p=1$azqNuZ4jQoId1Hjpg/ZwrQ$0/lxU4pxRW6FC0wevlzAtuLXYSALEePZLPhF3/+DlWI";

const most = { running: 4, waiting: 64 };
const waiting: (() => void)[] = [];
let running = 0;

const manySigningIn = "A lot of people are signing in at the moment. Wait a minute, then try again.";

/** What the database keeps of a password: of its exact characters, nothing trimmed or folded. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost));

/**
 * Is this the password? If there is no hash to check (no one has that address, or the account is locked), the same work
 * is done and the answer is no. Refuses with `TooBusy` where 64 are waiting.
 */
export async function verifyPassword(kept: string | null, password: string): Promise<boolean> {
  const right = await inTurn(() => verify(kept ?? nobodys, password));
  return right && kept !== null;
}

/** Was it hashed at a lower cost than today's? Then it is hashed again at the next sign-in. */
export function isWeaker(kept: string): boolean {
  const [, memory = 0, time = 0] = /\$m=(\d+),t=(\d+),/.exec(kept)?.map(Number) ?? [];
  return memory < cost.memoryCost || time < cost.timeCost;
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < most.running) running++;
  else if (waiting.length < most.waiting) await new Promise<void>((go) => waiting.push(go));
  else throw new TooBusy(manySigningIn);
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
