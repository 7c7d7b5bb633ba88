import { createChallenge, randomInt, verifySolution, type Challenge, type Payload } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { z } from "zod";
import { keyedDigest } from "@/lib/tokens";

/**
 * How much a browser has to work out: the rounds of each try, and how many tries it takes. A phone needs a second or
 * two.
 */
const work = { cost: 1500, fewest: 100, most: 300 };

/** How long a challenge can be answered: people take their time over a form. */
const minutes = 60;

const hmacSignatureSecret = () => keyedDigest("proof-of-work", "challenge").toString("hex");
const hmacKeySignatureSecret = () => keyedDigest("proof-of-work", "key").toString("hex");

/** A puzzle for a browser: easy to check, and some work to solve. */
export const challenge = (now: Date): Promise<Challenge> =>
  createChallenge({
    algorithm: "PBKDF2/SHA-256",
    cost: work.cost,
    counter: randomInt(work.most, work.fewest),
    deriveKey,
    data: { until: now.getTime() + minutes * 60_000 },
    hmacSignatureSecret: hmacSignatureSecret(),
    hmacKeySignatureSecret: hmacKeySignatureSecret(),
  });

const payloadShape = z.object({
  challenge: z.object({
    parameters: z.looseObject({ data: z.object({ until: z.number() }) }),
    signature: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
});

export interface Proof {
  signature: string;
  until: Date;
}

/** What a browser posted, if it solves a challenge of ours that has not expired; otherwise null. */
export async function readProof(posted: string | undefined, now: Date): Promise<Proof | null> {
  const payload = payloadShape.safeParse(jsonIn(posted));
  if (!payload.success) return null;
  const { challenge, solution } = payload.data as Payload & z.output<typeof payloadShape>;
  const until = new Date(challenge.parameters.data.until);
  if (until <= now) return null;
  const { verified } = await verifySolution({
    challenge,
    solution,
    deriveKey,
    hmacSignatureSecret: hmacSignatureSecret(),
    hmacKeySignatureSecret: hmacKeySignatureSecret(),
  }).catch(() => ({ verified: false }));
  return verified ? { signature: challenge.signature, until } : null;
}

function jsonIn(posted: string | undefined): unknown {
  if (!posted || posted.length > 5000) return null;
  try {
    return JSON.parse(Buffer.from(posted, "base64").toString("utf8"));
  } catch {
    return null;
  }
}
