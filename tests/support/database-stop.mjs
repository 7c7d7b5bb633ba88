import { dropCopies } from "../../scripts/database/template.mjs";

export default async function stop() {
  const cluster = globalThis.testCluster;
  await dropCopies(cluster);
  await cluster.stop();
}
