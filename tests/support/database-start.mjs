import { generate } from "../../scripts/generate.mjs";
import { copies, testCluster } from "../../scripts/database/template.mjs";

/** Before the first test of a run: the tests' PostgreSQL, and a migrated database for each of Jest's workers. */
export default async function start({ maxWorkers }) {
  await generate();
  const cluster = await testCluster(Number(process.env.TEST_POSTGRES ?? 18));
  const workers = Array.from({ length: maxWorkers }, (_, at) => String(at + 1));
  const { urls, reference } = await copies(cluster, workers);
  process.env.TEST_DATABASES = JSON.stringify(urls);
  process.env.TEST_REFERENCE_TABLES = JSON.stringify(reference);
  globalThis.testCluster = cluster;
}
