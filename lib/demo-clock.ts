import { setClockOffset } from "./clock";
import { db, system, transact } from "./db";
import { env } from "./env";
import { dayOf, londonInstant } from "./london";

const key = "clock_offset_ms";

/**
 * Sets a demo's clock: to DEMO_CLOCK where that is given, else as it was before, else at the very first start to 9am on
 * the 10th of this month, so that a window is open. From there it runs on. A live service keeps the real time.
 */
export async function startDemoClock(real: Date): Promise<void> {
  if (env().SERVICE_MODE !== "demo") return;
  const given = env().DEMO_CLOCK;
  const before = await db.setting.findUnique({ where: { key } });
  if (!given && before) return setClockOffset(Number(before.value));
  const [day, time] = given ? given.split("T") : [`${dayOf(real).slice(0, 8)}10`, "09:00"];
  const offset = londonInstant(day ?? dayOf(real), time ?? "09:00").getTime() - real.getTime();
  await transact(system("demo"), "set the clock", (tx) =>
    tx.setting.upsert({ where: { key }, update: { value: String(offset) }, create: { key, value: String(offset) } }),
  );
  setClockOffset(offset);
}
