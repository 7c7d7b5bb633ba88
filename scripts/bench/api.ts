import http from "node:http";
import { whoAskedFor } from "@/lib/accounts/session-user";
import { keyOf, makeKey } from "@/lib/api/make-key";
import { disconnect } from "@/lib/db";
import { londonInstant } from "@/lib/london";
import { sentFrom } from "@/tests/support/sent";
import { each } from "./filing/each";
import { openForm } from "./filing/form";
import { type Filer, putFilers, standing, typed } from "./filing/people";
import { build, withServer } from "./filing/server";

/**
 * Measures how fast other systems file by the API beside how fast people file by the form: 30 at once, each for a home
 * of its own with a key of its own, at one built service, in turns so that both meet the same machine. The client, the
 * service and the database share it.
 */
const each4th = Math.ceil(Number(process.argv[2] ?? 800) / 4);
const atOnce = 30;
const day = "2026-12-10";
const now = londonInstant(day, "09:00");
const settings = { WORKER_IN_APP: "no", DEMO_CLOCK: `${day}T09:00`, LOG_LEVEL: "warn", DATABASE_POOL: "10" };
const body = Buffer.from(JSON.stringify(sentFrom(typed)));

type Filing = () => Promise<void>;
interface Took {
  ms: number[];
  seconds: number;
}

async function main(): Promise<void> {
  build();
  const filers = await putFilers(each4th * 10, now);
  const share = (nth: number) => filers.slice(nth * each4th, (nth + 1) * each4th);
  const [form, api] = await withServer(settings, async (origin) => {
    const byForm = (nth: number) =>
      withAgent(async (agent) => timed(await each(share(nth), 4, (filer) => openForm(origin, agent, filer))));
    const byKey = (nth: number) =>
      withAgent(async (agent) => timed(await each(share(nth), 4, (filer) => withKey(origin, agent, filer))));
    await byForm(0);
    await byKey(1);
    const took: [Took, Took] = [empty(), empty()];
    for (let nth = 2; nth < 10; nth += 2) {
      add(took[0], await byForm(nth));
      add(took[1], await byKey(nth + 1));
    }
    return took;
  });
  const { filed, homes } = await standing(now);
  if (filed !== filers.length || homes !== filers.length)
    throw new Error(`Of ${filers.length} filings ${filed} of ${homes} homes are there`);
  say(form, api);
}

/** Connections of their own for each turn: the service closes those on which nothing was asked for a while. */
async function withAgent<T>(work: (agent: http.Agent) => Promise<T>): Promise<T> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce });
  try {
    return await work(agent);
  } finally {
    agent.destroy();
  }
}

/** Makes a key for a home, and returns the function that files for it by that key. */
async function withKey(origin: URL, agent: http.Agent, { accountId, locationId }: Filer): Promise<Filing> {
  const holder = await whoAskedFor(accountId, null, now);
  if (!holder) throw new Error("There is no such account");
  const made = await makeKey(holder, { label: "Bench", scopes: ["file"], locations: [locationId], days: "30" }, now);
  if (!made.ok) throw new Error(made.problems.map(({ message }) => message).join("; "));
  const headers = {
    ...{ host: origin.host, "content-type": "application/json", "content-length": body.length },
    ...{ authorization: `Bearer ${keyOf(made.value.nonce)}`, "idempotency-key": `bench-${locationId}` },
  };
  const path = `/api/v1/locations/${locationId}/returns/care_home`;
  return () => post({ host: "127.0.0.1", port: origin.port, path, headers, agent });
}

const post = (to: http.RequestOptions) =>
  new Promise<void>((resolve, reject) => {
    const request = http.request({ ...to, method: "POST" }, (answer) => {
      answer.resume();
      answer.on("error", reject);
      answer.on("end", () =>
        answer.statusCode === 201 ? resolve() : reject(new Error(`A filing was answered ${answer.statusCode}`)),
      );
    });
    request.on("error", reject);
    request.end(body);
  });

async function timed(filings: readonly Filing[]): Promise<Took> {
  const from = performance.now();
  const ms = await each(filings, atOnce, async (file) => {
    const began = performance.now();
    await file();
    return performance.now() - began;
  });
  return { ms, seconds: (performance.now() - from) / 1000 };
}

const empty = (): Took => ({ ms: [], seconds: 0 });

function add(to: Took, more: Took): void {
  to.ms.push(...more.ms);
  to.seconds += more.seconds;
}

function say(form: Took, api: Took): void {
  const perSecond = ({ ms, seconds }: Took) => Math.round((ms.length / seconds) * 10) / 10;
  const p95 = ({ ms }: Took) => Math.round(ms.toSorted((a, b) => a - b)[Math.floor(ms.length * 0.95)] ?? NaN);
  console.log(
    JSON.stringify({
      ...{ name: "api", filings_each: api.ms.length, at_once: atOnce },
      ...{ form_per_second: perSecond(form), api_per_second: perSecond(api) },
      ratio_to_form: Math.round((perSecond(api) / perSecond(form)) * 100) / 100,
      ...{ form_p95_ms: p95(form), api_p95_ms: p95(api), target_ratio: 1, target_p95_ms: 100 },
    }),
  );
}

void main()
  .then(disconnect)
  .catch((fault: unknown) => {
    console.error(fault);
    process.exit(1);
  });
