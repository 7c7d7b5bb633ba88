import { db } from "@/lib/db";

/** Where a demo keeps its one password; that it is there says that the demo is. */
export const passwordKey = "demo_password";

/** The password of everyone in a demo that was filled before, or null. */
export const keptPassword = async (): Promise<string | null> =>
  (await db.setting.findUnique({ where: { key: passwordKey } }))?.value ?? null;
