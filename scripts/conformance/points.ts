import { randomUUID } from "node:crypto";
import type { Answer, ServiceAsked } from "./service-asked";

/** One thing that a service must do. `holds` throws a sentence that says what it did instead. */
export interface Point {
  name: string;
  holds: (service: ServiceAsked) => Promise<void>;
}

function must(holds: unknown, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}

/** A refusal as RFC 9457 has it, with this status and, where one is named, of this kind. */
async function refuses(service: ServiceAsked, answer: Answer, status: number, kind: string): Promise<void> {
  must(answer.status === status, `it answered ${answer.status} instead of ${status}`);
  must(
    answer.headers.get("content-type")?.startsWith("application/problem+json"),
    "the answer is not a problem (RFC 9457)",
  );
  await service.mustFit("Problem", answer.said);
  const { type } = answer.said as { type: string };
  must(type.endsWith(`#${kind}`), `the problem is of type ${type} instead of ${kind}`);
}

async function gives(service: ServiceAsked, path: string, schema: string): Promise<Answer> {
  const answer = await service.ask(path);
  must(answer.status === 200, `${path} answered ${answer.status}`);
  await service.mustFit(schema, answer.said);
  return answer;
}

interface Due {
  id: number;
  returns: { collection: string }[];
}

/** A return of the key's, where nothing is ever filed: what these points send is always refused. */
async function aReturn(service: ServiceAsked): Promise<string> {
  const { said } = await service.ask("/locations");
  const [location] = ((said as { locations?: Due[] }).locations ?? []).filter(({ returns }) => returns.length > 0);
  must(location?.returns[0], "the key has no location that files a return");
  return `/locations/${location.id}/returns/${location.returns[0].collection}`;
}

const newKey = () => ({ "idempotency-key": randomUUID() });

/** Everything that is tried. None of it files anything. */
export const points: readonly Point[] = [
  {
    name: "describes itself in OpenAPI 3.1",
    holds: async (service) => {
      const { status, said } = await service.ask("/openapi.json", { key: null });
      must(status === 200, `it answered ${status}`);
      const { openapi, paths } = said as { openapi?: string; paths?: object };
      must(openapi?.startsWith("3.1"), `it says openapi ${openapi ?? "nothing"}`);
      must(paths && Object.keys(paths).length >= 8, "paths are missing");
    },
  },
  {
    name: "knows the key",
    holds: async (service) => {
      await gives(service, "", "Key");
    },
  },
  {
    name: "asks for a key where none is sent",
    holds: async (service) => {
      const answer = await service.ask("/windows", { key: null });
      await refuses(service, answer, 401, "no-key");
      must(answer.headers.get("www-authenticate") === "Bearer", "WWW-Authenticate: Bearer is missing");
    },
  },
  {
    name: "refuses a key that is none",
    holds: async (service) => refuses(service, await service.ask("/windows", { key: "ctk_none" }), 401, "no-key"),
  },
  {
    name: "says when the windows open and close",
    holds: async (service) => {
      const { said } = await gives(service, "/windows", "Windows");
      const { latestOpened, next } = said as Record<"latestOpened" | "next", { opensAt: string; closesAt: string }>;
      must(latestOpened.opensAt < latestOpened.closesAt, "the window closes before it opens");
      must(latestOpened.closesAt <= next.opensAt, "the next window opens before the last has closed");
    },
  },
  {
    name: "lists the key's locations",
    holds: async (service) => {
      await gives(service, "/locations", "Locations");
    },
  },
  {
    name: "says what is asked",
    holds: async (service) => {
      const { said } = await gives(service, await aReturn(service), "Asked");
      const { properties } = (said as { schema: { properties?: { answers?: object } } }).schema;
      must(properties?.answers, "the schema of what is asked has no answers");
    },
  },
  {
    name: "does not find the location of someone else",
    holds: async (service) =>
      refuses(service, await service.ask("/locations/999999999/returns/care_home"), 404, "not-found"),
  },
  {
    name: "lists the key's areas",
    holds: async (service) => {
      await gives(service, "/areas", "Areas");
    },
  },
  {
    name: "does not find the figures of someone else's area",
    holds: async (service) => refuses(service, await service.ask("/areas/country/none"), 404, "not-found"),
  },
  {
    name: "asks for an Idempotency-Key",
    holds: async (service) =>
      refuses(service, await service.ask(await aReturn(service), { body: "{}" }), 400, "no-idempotency-key"),
  },
  {
    name: "refuses what is not JSON",
    holds: async (service) => {
      const sent = { body: "{", headers: newKey() };
      await refuses(service, await service.ask(await aReturn(service), sent), 400, "unreadable");
    },
  },
  {
    name: "refuses a field that it does not know",
    holds: async (service) => {
      const sent = { body: JSON.stringify({ strange: 1 }), headers: newKey() };
      await refuses(service, await service.ask(await aReturn(service), sent), 400, "unreadable");
    },
  },
  {
    name: "says what to put right, and where",
    holds: async (service) => {
      const sent = { body: JSON.stringify({ answers: {} }), headers: newKey() };
      const answer = await service.ask(await aReturn(service), sent);
      await refuses(service, answer, 422, "refused");
      const { errors = [] } = answer.said as { errors?: { pointer?: string; message: string }[] };
      must(
        errors.some(({ pointer = "", message }) => pointer.startsWith("#/") && message !== ""),
        "no place is named",
      );
    },
  },
  {
    name: "lets an Idempotency-Key stand for one thing",
    holds: async (service) => {
      const headers = newKey();
      const path = await aReturn(service);
      await service.ask(path, { body: JSON.stringify({ answers: {} }), headers });
      const other = await service.ask(path, { body: JSON.stringify({ answers: {}, accepted: [] }), headers });
      await refuses(service, other, 422, "key-used");
    },
  },
  {
    name: "lists receipts",
    holds: async (service) => {
      await gives(service, "/receipts", "Receipts");
    },
  },
];

/** Tries every point; each with what was wrong, or null where it holds. */
export async function tried(service: ServiceAsked): Promise<{ name: string; wrong: string | null }[]> {
  const results: { name: string; wrong: string | null }[] = [];
  for (const { name, holds } of points)
    results.push({
      name,
      wrong: await holds(service).then(
        () => null,
        (fault: unknown) => (fault as Error).message,
      ),
    });
  return results;
}
