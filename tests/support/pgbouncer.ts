import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const program = "/usr/sbin/pgbouncer";
export const hasPgBouncer = existsSync(program);

/**
 * Debian's PgBouncer in transaction mode before a database, with three connections to it: a statement seldom meets the
 * connection that the one before it had. Gives the address through it.
 */
export async function pgBouncer(database: string): Promise<{ url: string; end(): Promise<void> }> {
  const { hostname, port, username, password } = new URL(database);
  const own = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "pgbouncer-"));
  chmodSync(folder, 0o755);
  const settings = join(folder, "pgbouncer.ini");
  const logins = join(folder, "logins.txt");
  writeFileSync(logins, `"${decodeURIComponent(username)}" "${decodeURIComponent(password)}"\n`);
  writeFileSync(
    settings,
    `[databases]
* = host=${hostname} port=${port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${own}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${logins}
pool_mode = transaction
default_pool_size = 3
max_client_conn = 200
`,
  );
  const root = process.getuid?.() === 0;
  const child = spawn(program, [...(root ? ["-u", "postgres"] : []), settings], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = once(child, "close");
  for await (const line of createInterface({ input: child.stderr })) if (line.includes("process up")) break;
  child.stderr.resume();
  const url = new URL(database);
  url.hostname = "127.0.0.1";
  url.port = String(own);
  return {
    url: url.href,
    end: async () => {
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
