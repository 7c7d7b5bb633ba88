import { spawn } from "node:child_process";
import { db, system, transact } from "@/lib/db";
import { submitReturn } from "@/lib/returns/submit-return";
import { emptyDatabase } from "@/tests/support/database";
import { type Cast, cast, inWindow, putPlace } from "@/tests/support/cast";
import { filingOf } from "@/tests/support/returns";
import { asUser, type User } from "@/lib/access/user";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});

const homes = 50;
const formsEach = 10;

/** Someone who files for fifty homes. */
async function busy(): Promise<{ user: User; places: number[] }> {
  const places = await transact(system("test"), "fifty homes", async (tx) => {
    const made: number[] = [];
    for (let at = 0; at < homes; at++)
      made.push(
        await putPlace(tx, {
          name: `Home ${at}`,
          provider: "Busy Care",
          council: "Oldham",
          types: ["care_home"],
          beds: 40,
        }),
      );
    return made;
  });
  const grants = places.map((locationId) => ({ level: "standard" as const, locationId }));
  return { user: asUser({ ...world.users.amina, grants }), places };
}

test("when killed in the middle of 500 filings, no acknowledged one is lost and none is filed twice when sent again", async () => {
  const { user, places } = await busy();
  const filings = Array.from({ length: homes * formsEach }, (_, at) => filingOf(places[at % homes] ?? 0));
  const child = spawn(process.execPath, ["--import", "tsx", "tests/support/file-many.ts"], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env },
  });
  const gone = new Promise((resolve) => child.once("exit", resolve));
  let said = "";
  child.stdout.on("data", (text: Buffer) => {
    said += text.toString();
    if (said.split("\n").length > 120) child.kill("SIGKILL");
  });
  child.stdin.end(JSON.stringify({ user, now: inWindow, filings }));
  await gone;
  const acknowledged = new Map(
    said
      .split("\n")
      .slice(0, -1)
      .map((line) => line.split(" ") as [string, string]),
  );
  expect(acknowledged.size).toBeGreaterThan(100);
  expect(acknowledged.size).toBeLessThan(filings.length);

  const kept = new Map((await db.return.findMany()).map((row) => [row.idempotencyKey, row.reference]));
  for (const [key, reference] of acknowledged) expect(kept.get(key)).toBe(reference);

  for (const filing of filings.filter(({ idempotencyKey }) => !acknowledged.has(idempotencyKey))) {
    const again = await submitReturn(user, filing, inWindow);
    expect(again.ok).toBe(true);
  }
  expect(await db.return.count()).toBe(filings.length);
  expect(await db.bedUpdate.count()).toBe(filings.length);
  expect(await db.return.count({ where: { supersededAt: null } })).toBe(homes);
}, 120_000);
