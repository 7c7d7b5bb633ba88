import "./steps/node-version.mjs";
import { inOneSentence } from "./steps/sentence.mjs";
import { install } from "./steps/install.mjs";
import { accounts, demoSettings, fill, HOME, makeUpEngland } from "./steps/demo.mjs";
import { untilStopped } from "./steps/run.mjs";
import { refuseTakenPort, serve } from "./steps/serve.mjs";

await inOneSentence(async () => {
  const port = Number(process.env.PORT || 3000);
  await refuseTakenPort(port);
  const stopped = untilStopped();
  await install();
  const { build } = await import("./build.mjs");
  const { prepareDatabase, startCluster } = await import("./database/cluster.mjs");
  await build();
  const cluster = await startCluster({ dir: HOME });
  try {
    const env = demoSettings({ port, urls: await prepareDatabase(cluster, "capacity_tracker") });
    console.log("Preparing the database…");
    const said = await fill(env);
    if (process.argv.includes("--england")) await makeUpEngland(env);
    await refuseTakenPort(port);
    const server = await serve([".next/standalone/start.mjs"], { env: { ...env, HOSTNAME: "127.0.0.1" }, port });
    try {
      welcome(port, said);
      process.exitCode = await Promise.race([stopped, server.ended]);
    } finally {
      await server.stop();
    }
  } finally {
    await cluster.stop();
  }
});
process.exit();

function welcome(port, said) {
  console.log(`\nThe Capacity Tracker is at http://localhost:${port}\n`);
  const longest = Math.max(0, ...accounts().map(({ email }) => email.length));
  if (longest > 0) console.log("Sign in as");
  for (const { email, who } of accounts()) console.log(`  ${email.padEnd(longest)}  ${who}`);
  console.log(`\n${said}\n\nCtrl-C stops it; what was entered is kept in .data/.`);
}
