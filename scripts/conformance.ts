import { tried } from "./conformance/points";
import { ServiceAsked } from "./conformance/service-asked";

/** Does the service at an address do all that the API promises? Files nothing. Fails where a point does not hold. */
async function main(): Promise<void> {
  const [url, key] = process.argv.slice(2);
  if (!url || !key || !URL.canParse(url)) {
    console.error("Say which service and with which key: npm run conformance -- https://tracker.example ctk_…");
    process.exit(2);
  }
  const results = await tried(new ServiceAsked(url, key));
  for (const { name, wrong } of results) console.log(wrong === null ? `holds   ${name}` : `FAILS   ${name}: ${wrong}`);
  const failing = results.filter(({ wrong }) => wrong !== null).length;
  console.log(failing === 0 ? "All of it holds." : `${failing} of ${results.length} do not hold.`);
  process.exit(failing === 0 ? 0 : 1);
}

void main();
