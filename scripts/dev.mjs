import "./steps/node-version.mjs";
import { inOneSentence } from "./steps/sentence.mjs";
import { install } from "./steps/install.mjs";
import { demoSettings, fill, HOME } from "./steps/demo.mjs";
import { untilStopped } from "./steps/run.mjs";
import { freePort } from "./steps/ports.mjs";
import { refuseTakenPort, serve } from "./steps/serve.mjs";

/** Runs Next's development server on the demo's database. */
await inOneSentence(async () => {
  const port = Number(process.env.PORT || 3000);
  await refuseTakenPort(port);
  const stopped = untilStopped();
  await install();
  const { generate } = await import("./generate.mjs");
  const { copyNhsFiles } = await import("./build.mjs");
  const { prepareDatabase, startCluster } = await import("./database/cluster.mjs");
  await generate();
  copyNhsFiles();
  const cluster = await startCluster({ dir: HOME });
  try {
    const env = demoSettings({ port, urls: await prepareDatabase(cluster, "capacity_tracker") });
    console.log(await fill(env));
    // Next's own server runs behind ours here too, on another port.
    const front = { PUBLIC_PORT: String(port), PUBLIC_HOST: "127.0.0.1", NEXT_TELEMETRY_DISABLED: "1" };
    const behind = String(await freePort());
    const next = ["node_modules/next/dist/bin/next", "dev", "--hostname", "127.0.0.1", "--port", behind];
    const server = await serve(next, { env: { ...env, ...front, PORT: behind }, port });
    try {
      process.exitCode = await Promise.race([stopped, server.ended]);
    } finally {
      await server.stop();
    }
  } finally {
    await cluster.stop();
  }
});
process.exit();
