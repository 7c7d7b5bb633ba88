import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import net from "node:net";

/** Builds the service that is measured. */
export function build(): void {
  const { status } = spawnSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" });
  if (status !== 0) throw new Error("The service could not be built");
}

/** Runs the built service on its own port for as long as the work takes. */
export async function withServer<T>(
  settings: Record<string, string>,
  work: (origin: URL, pid: number) => Promise<T>,
): Promise<T> {
  const port = await freePort();
  const origin = new URL(`http://localhost:${port}`);
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    ...settings,
    APP_ORIGIN: origin.origin,
    PORT: String(port),
    HOSTNAME: "127.0.0.1",
  };
  const server = spawn(process.execPath, [".next/standalone/start.mjs"], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    await answers(server, port);
    return await work(origin, server.pid ?? 0);
  } finally {
    const gone = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    await gone;
  }
}

async function answers(server: ChildProcess, port: number): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) throw new Error("The service ended as it started");
    const there = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (there) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The service did not start within 30 seconds");
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", reject);
    probe.listen({ port: 0, host: "127.0.0.1" }, () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
