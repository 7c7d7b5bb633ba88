import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { db } from "@/lib/db";
import { env } from "@/lib/env";

const shape = z.array(z.object({ email: z.string(), who: z.string() }));

export interface DemoAccounts {
  password: string;
  people: z.output<typeof shape>;
}

/** Who can be signed in as in a demo, and the one password of all of them; null in a service that is live. */
export async function demoAccounts(): Promise<DemoAccounts | null> {
  if (env().SERVICE_MODE !== "demo") return null;
  const setting = await db.setting.findUnique({ where: { key: "demo_password" } });
  const people = await readFile(join(process.cwd(), "prisma/seed/demo-accounts.json"), "utf8").catch(() => null);
  if (!setting || people === null) return null;
  return { password: setting.value, people: shape.parse(JSON.parse(people)) };
}
