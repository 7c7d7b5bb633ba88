/**
 * Runs once as the server starts. Settings come first, so that a wrong one is a sentence and not a broken page; then a
 * demo's clock; then the scheduled work, unless it has a process of its own.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { start } = await import("./lib/web/start-server");
  await start();
}

/** What broke while a request was answered: logged by us, and answered as what it is. */
export async function onRequestError(
  fault: unknown,
  request: { path: string; method: string; headers: NodeJS.Dict<string | string[]> },
): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { reportFault } = await import("./lib/web/report-fault");
  reportFault(fault, request);
}
