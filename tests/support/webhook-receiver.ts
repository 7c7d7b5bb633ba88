import http from "node:http";
import type { AddressInfo } from "node:net";

/** What a receiver was sent. */
interface Received {
  headers: Record<string, string>;
  body: string;
}

/** A system that takes webhooks on this machine, and answers with what it is told to. */
export async function receiver(answer: (nth: number) => number = () => 204) {
  const received: Received[] = [];
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      received.push({
        headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
        body: Buffer.concat(parts).toString("utf8"),
      });
      response.writeHead(answer(received.length), { location: "http://127.0.0.1:1/elsewhere" }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return { address, received, close: () => new Promise((resolve) => server.close(resolve)) };
}
