import { createServer } from "node:net";

/**
 * Starts the built service. Next's own server gets a free port that only this machine can reach. When it is ready, the
 * service opens its own port in front of it, at PORT and HOSTNAME (lib/web/front-server.ts), and handles signals
 * itself.
 */
const { PORT, HOSTNAME } = process.env;
Object.assign(process.env, {
  PUBLIC_PORT: PORT || "3000",
  PUBLIC_HOST: HOSTNAME || "0.0.0.0",
  PORT: String(await freePort()),
  HOSTNAME: "127.0.0.1",
  KEEP_ALIVE_TIMEOUT: "600000",
  NEXT_MANUAL_SIG_HANDLE: "true",
});
await import("./server.js");

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
