import { build } from "../build.mjs";
import { copies, dropCopies, testCluster } from "../database/template.mjs";
import { demoSettings, fill } from "./demo.mjs";
import { freePort } from "./ports.mjs";
import { serve } from "./serve.mjs";

/**
 * Builds the service and starts it on a free port with its own demo, which is deleted afterwards. `use` gets its
 * settings and its origin. It trusts one proxy, so that requests can come from many addresses.
 */
export async function withOwnService(name, home, use) {
  await build();
  const cluster = await testCluster(18);
  try {
    const { urls } = await copies(cluster, [name]);
    const port = await freePort();
    const env = { ...demoSettings({ port, urls: urls[name], home }), TRUSTED_PROXIES: "1" };
    await fill(env);
    const serving = { env: { ...env, HOSTNAME: "127.0.0.1" }, port, output: "ignore" };
    const server = await serve([".next/standalone/start.mjs"], serving);
    try {
      return await use(env, `http://localhost:${port}`);
    } finally {
      await server.stop();
    }
  } finally {
    await dropCopies(cluster);
    await cluster.stop();
  }
}
