import { expect, test } from "@playwright/test";
import { contentsOf } from "@/tests/browser/contents";
import type { OwnService } from "@/tests/browser/own-service";
import { actOverHttp, builtActions } from "./act-over-http";
import type { Act } from "./act";
import { actsOfRoles, withoutRole } from "./acts";
import { pastTheProxy, refusals } from "./matrix";
import { each, nobody, type Signed } from "./roles";
import { targetsIn } from "./targets";

/** Every server action posted by everyone, whatever page they could have had it from. */
export function testActs(service: OwnService, everyone: () => Signed[]): void {
  const acts: Act[] = [];
  const unsigned: Signed = { role: nobody, account: 0, cookie: "" };
  const built = builtActions;

  test("every act of the service is in the matrix", async () => {
    acts.push(...(await actsOfRoles(service, await targetsIn(service))));
    expect([...new Set([...acts.map(({ name }) => name), ...withoutRole])].sort()).toEqual([...built().keys()].sort());
  });

  /** What is wrong with how an act was answered, or nothing. */
  async function wrongIn(one: Signed, { name, typed, may }: Act, headers = {}): Promise<string[]> {
    const action = built().get(name);
    if (!action) return [`${name} was not built`];
    const { status, headers: head, text } = await actOverHttp(service, action, typed, { cookie: one.cookie, headers });
    const answered = /"problems":\[(.*?)\]/s.exec(text)?.[1] ?? "";
    const fine =
      one.role === nobody
        ? answered.includes("You were signed out")
        : may.includes(one.role)
          ? head["x-action-redirect"] !== undefined || (answered !== "" && !answered.includes("is not ours"))
          : status === 404 && answered === "";
    return fine ? [] : [`${one.role} ${name} ${JSON.stringify(typed)}: ${status} ${answered.slice(0, 200)}`];
  }

  /** Everyone's posts of every act. Who may do what nothing is wrong with is left out: they would do it. */
  async function postedBy(people: readonly Signed[], which: (act: Act, role: string) => boolean, headers = {}) {
    const found = { posts: 0, refused: new Map<number, number>(), wrong: [] as string[] };
    await each(people, async (one) => {
      for (const act of acts.filter((each) => which(each, one.role))) {
        found.posts++;
        const refused = one.role !== nobody && !act.may.includes(one.role);
        if (refused) found.refused.set(one.account, (found.refused.get(one.account) ?? 0) + 1);
        found.wrong.push(...(await wrongIn(one, act, headers)));
      }
    });
    return found;
  }

  test("no act is taken from who may not do it, every refusal leaves one line that says whose, and nothing changes", async () => {
    test.setTimeout(300_000);
    const earlier = refusals(service).length;
    const before = await contentsOf(service, left);
    const people = [unsigned, ...everyone()];
    const { posts, refused, wrong } = await postedBy(people, (act, role) => !(act.whole && act.may.includes(role)));
    expect(wrong).toEqual([]);
    const lines = () => refusals(service).slice(earlier);
    const all = [...refused.values()].reduce((sum, times) => sum + times, 0);
    await expect.poll(() => lines().length).toBe(all);
    const logged = new Map<number, number>();
    for (const { account } of lines()) logged.set(account ?? 0, (logged.get(account ?? 0) ?? 0) + 1);
    expect([...logged].sort()).toEqual([...refused].sort());
    expect(lines().every(({ handle, address }) => (handle ?? "") !== "" && address === "127.0.0.1")).toBe(true);
    expect(await contentsOf(service, left)).toEqual(before);
    console.log(`Matrix: ${people.length} kinds of people, ${acts.length} acts: ${posts} posted, ${all} refused.`);
    expect(posts).toBeGreaterThan(1_500);
  });

  test("past the proxy no one does an act more", async () => {
    test.setTimeout(300_000);
    const before = await contentsOf(service, left);
    const people = [unsigned, ...everyone()];
    const headers = pastTheProxy(service);
    const { wrong, posts } = await postedBy(people, ({ may }, role) => !may.includes(role), headers);
    expect(wrong).toEqual([]);
    expect(posts).toBeGreaterThan(1_000);
    expect(await contentsOf(service, left)).toEqual(before);
  });
}

/** What a refused act may leave behind: counts of tries, the session's own marks, and what support is told. */
const left = ["disclosure", "rate_limit", "session", "sign_in_event", "sign_in_lane"];
