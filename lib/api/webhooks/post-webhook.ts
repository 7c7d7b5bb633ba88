import http from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import { isDemosOwn } from "./webhook-address";
import { namesPrivateNumber, NotPublic, publicLookup } from "./public-address";

/** Milliseconds that an address has to answer, from the first to the last. */
const patience = 10_000;
const mostRead = 64 * 1024;

/** The way out for webhooks: gives the status that the address answered. Throws if it gave none. */
export type Post = (address: string, headers: Record<string, string>, body: string) => Promise<number>;

/**
 * Posts a body over a connection of its own, to a public address alone, and follows no redirect. Of the answer only the
 * status is kept; what else it says is read to its end, or to 64 KB, and thrown away.
 */
export const postTo =
  (lookup: LookupFunction = publicLookup()): Post =>
  (address, headers, body) =>
    new Promise((resolve, reject) => {
      const url = new URL(address);
      const own = isDemosOwn(url);
      if (!own && (url.protocol !== "https:" || namesPrivateNumber(url))) return reject(new NotPublic());
      const request = (own ? http : https).request(url, {
        method: "POST",
        agent: false,
        headers: { ...headers, "content-type": "application/json", "content-length": Buffer.byteLength(body) },
        signal: AbortSignal.timeout(patience),
        ...(!own && { lookup }),
      });
      request.on("error", reject);
      request.on("response", (answer) => {
        let read = 0;
        answer.on("data", (part: Buffer) => {
          read += part.length;
          if (read > mostRead) request.destroy();
        });
        answer.on("error", () => undefined);
        answer.on("close", () => resolve(answer.statusCode ?? 0));
      });
      request.end(body);
    });
