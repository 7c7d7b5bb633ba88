import { expect } from "@playwright/test";
import { cookiesOf, type OwnService } from "@/tests/browser/own-service";

/** Someone of every kind that the service knows, by their name in the demo; "nobody" has not signed in. */
export const roles = [
  ...["manager", "approver", "multisite", "homecare", "hospice", "generic", "parent", "gp", "discharge", "search"],
  ...["council", "subicb", "lrf", "region", "national", "aggregate", "support"],
] as const;
export type Role = (typeof roles)[number];
export const nobody = "nobody";

export interface Signed {
  role: string;
  account: number;
  cookie: string;
}

/** Everyone, signed in once and kept; the shared account says who is there. */
export async function signedIn(service: OwnService): Promise<Signed[]> {
  const people = await service.sql<{ id: number; email: string }>(
    "select id, email from account where email like '%@demo.example'",
  );
  const all: Signed[] = [];
  for (const role of roles) {
    let cookie = await service.signIn(`${role}@demo.example`);
    if (role === "generic") {
      const which = (form: string) => form.includes('name="agreed"');
      const page = await service.ask("/disclaimer", { cookie });
      const agreed = await service.post(page, { name: "Dee Desk", agreed: "yes" }, { cookie, which });
      expect(agreed.status).toBe(303);
      cookie = cookiesOf(agreed) || cookie;
    }
    all.push({ role, cookie, account: people.find(({ email }) => email === `${role}@demo.example`)?.id ?? 0 });
  }
  return all;
}

/** Does the same for each, a few at once. */
export async function each<T>(all: readonly T[], work: (one: T) => Promise<void>, atOnce = 6): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let one = all[next++]; one !== undefined; one = all[next++]) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
