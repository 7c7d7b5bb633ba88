import { hashPassword } from "@/lib/accounts/password-hash";
import { signIn } from "@/lib/accounts/sign-in";
import { disconnect, system, transact } from "@/lib/db";

const rounds = Number(process.argv[2] ?? 60);
const at = new Date("2026-11-10T10:00:00Z");
const password = "otter lantern gravel";

/**
 * Measures how long each answer takes at sign-in, in milliseconds. The medians must not reveal why someone was refused.
 */
async function run() {
  const kinds = ["wrong", "unknown", "locked", "closed"] as const;
  await people(await hashPassword(password));
  const times = Object.fromEntries(kinds.map((kind) => [kind, [] as number[]])) as Record<
    (typeof kinds)[number],
    number[]
  >;
  for (let i = 0; i < 5; i++) await timed("locked@bench.example", "wrong");
  for (let i = 0; i < rounds; i++)
    for (const kind of kinds)
      times[kind].push(await timed(kind === "locked" ? "locked@bench.example" : `${kind}${i}@bench.example`, "wrong"));
  const medians = Object.fromEntries(kinds.map((kind) => [kind, median(times[kind])]));
  const spread = Math.max(...Object.values(medians)) - Math.min(...Object.values(medians));
  const burst = await burstOf(100);
  for (const [kind, ms] of Object.entries(medians)) console.log(`${kind.padEnd(8)} ${ms.toFixed(1)} ms`);
  console.log(
    `apart by ${spread.toFixed(1)} ms; of 100 in a second the last was answered after ${burst.toFixed(0)} ms`,
  );
  const medians_ms = Object.fromEntries(Object.entries(medians).map(([kind, ms]) => [kind, Math.round(ms * 10) / 10]));
  const [spread_ms, last_of_100_ms] = [Math.round(spread * 10) / 10, Math.round(burst)];
  const figures = { rounds, medians_ms, spread_ms, last_of_100_ms, target_spread_ms: 5, target_last_of_100_ms: 3000 };
  console.log(JSON.stringify({ name: "sign-in", ...figures, ratio: Math.round((spread / 5) * 100) / 100 }));
  await disconnect();
}

const people = (passwordHash: string) =>
  transact(system("bench"), "people", (tx) =>
    tx.account.createMany({
      data: [
        "locked",
        ...Array.from({ length: rounds }, (_, i) => [`wrong${i}`, `closed${i}`]).flat(),
        ...burstPeople,
      ].map((name) => ({
        email: `${name}@bench.example`,
        fullName: name,
        telephone: "01632 960001",
        jobTitle: "Bench",
        kind: "care_home" as const,
        createdAt: at,
        passwordHash,
        passwordSetAt: at,
        deactivatedAt: name.startsWith("closed") ? at : null,
      })),
    }),
  );

const burstPeople = Array.from({ length: 100 }, (_, i) => `burst${i}`);

async function timed(email: string, typed: string): Promise<number> {
  const began = performance.now();
  await signIn({ email, password: typed, remember: false, address: null, browser: null }, at);
  return performance.now() - began;
}

/** A hundred correct passwords within a second: the time until the last one is answered. */
async function burstOf(people: number): Promise<number> {
  const began = performance.now();
  const answers = Array.from({ length: people }, async (_, i) => {
    await new Promise((go) => setTimeout(go, (i * 1000) / people));
    await timed(`burst${i}@bench.example`, password);
  });
  await Promise.all(answers);
  return performance.now() - began;
}

const median = (all: number[]) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

void run();
