import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { replicaState } from "@/lib/database/replica";

/** What is measured in this process, and what is undone in the database that all processes share. */
function made() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "capacity_request_seconds",
    help: "How long requests took, by what was asked and how it was answered",
    labelNames: ["asked", "status"],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5, 10],
    registers: [registry],
  });
  new Gauge({
    name: "capacity_undone",
    help: "Emails that wait, for how long the oldest has, and scheduled work whose latest run failed",
    labelNames: ["what"],
    registers: [registry],
    async collect() {
      const waiting = { sentAt: null, failedAt: null };
      const oldest = await db.email.findFirst({ where: waiting, orderBy: { queuedAt: "asc" } });
      this.set({ what: "emails" }, await db.email.count({ where: waiting }));
      this.set({ what: "oldest_email_seconds" }, oldest ? (now().getTime() - oldest.queuedAt.getTime()) / 1000 : 0);
      const failing = await db.$queryRaw<{ failing: number }[]>`
        select count(*)::int as failing
          from (select distinct on (job) error from job_run order by job, started_at desc) newest where error is not null`;
      this.set({ what: "failing_work" }, failing[0]?.failing ?? 0);
    },
  });
  if (env().READ_DATABASE_URL) watchReplica(registry);
  return { registry, requests };
}

/** Of a replica that is away nothing is said but that; how far it is behind is not known. */
function watchReplica(registry: Registry): void {
  new Gauge({
    name: "capacity_replica",
    help: "Whether reads go to the replica, and how far it is behind in seconds and in bytes of the log",
    labelNames: ["what"],
    registers: [registry],
    collect() {
      const replica = replicaState();
      this.reset();
      this.set({ what: "in_use" }, replica.state === "in use" ? 1 : 0);
      if (replica.state === "none" || replica.state === "away") return;
      if (replica.seconds !== null) this.set({ what: "seconds_behind" }, replica.seconds);
      this.set({ what: "bytes_behind" }, replica.bytes);
    },
  });
}

let kept: ReturnType<typeof made> | undefined;
const metrics = () => (kept ??= made());

/** Counts a request when it has been answered: by what kind of thing was asked for, never by whose it was. */
export function measure({ method }: IncomingMessage, response: ServerResponse, path: string): void {
  if (!env().METRICS_TOKEN) return;
  const end = metrics().requests.startTimer({ asked: kindOf(method, path) });
  response.once("close", () => end({ status: `${String(response.statusCode)[0] ?? "0"}xx` }));
}

function kindOf(method: string | undefined, path: string): string {
  if (/^\/(?:_next\/static|nhsuk)\//.test(path)) return "file";
  if (/^\/(?:healthz|readyz)$/.test(path)) return "watch";
  if (path.startsWith("/api/")) return "api";
  return method === "POST" ? "form" : "page";
}

/** Whether the caller may read the metrics: METRICS_TOKEN is set and theirs is it. For others the page does not exist. */
export function mayReadMetrics({ method, headers }: IncomingMessage): boolean {
  const { METRICS_TOKEN } = env();
  if (!METRICS_TOKEN || method !== "GET") return false;
  return timingSafeEqual(digest(headers.authorization ?? ""), digest(`Bearer ${METRICS_TOKEN}`));
}

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Answers with the metrics as Prometheus reads them; 503 when the database cannot say what is undone. */
export async function sayMetrics(response: ServerResponse): Promise<void> {
  const { registry } = metrics();
  try {
    const text = await registry.metrics();
    response.writeHead(200, { "Content-Type": registry.contentType, "Cache-Control": "no-store" }).end(text);
  } catch (fault) {
    log.warn({ err: fault }, "the metrics could not be read");
    response.writeHead(503, { "Content-Type": "text/plain" }).end("The database does not answer.\n");
  }
}
