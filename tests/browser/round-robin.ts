import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/** A small proxy that hands each request to the next of several servers in turn, whoever sends it. */
export async function roundRobin(
  ports: readonly number[],
): Promise<{ port: number; handed: number[]; end(): Promise<void> }> {
  const handed = ports.map(() => 0);
  let next = 0;
  const server = createServer((asked, answer) => {
    const nth = next++ % ports.length;
    handed[nth] = (handed[nth] ?? 0) + 1;
    const { method, url, headers } = asked;
    const behind = request({ host: "127.0.0.1", port: ports[nth], method, path: url, headers });
    behind.on("error", () => answer.destroy());
    behind.on("response", (from) => {
      answer.writeHead(from.statusCode ?? 502, from.headers);
      from.pipe(answer);
    });
    asked.pipe(behind);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    handed,
    end: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
