/**
 * Runs once as the server starts. Settings come first, so that a wrong one is a sentence and not a broken page; then a
 * demo's clock; then the scheduled work, unless it has a process of its own.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { start } = await import("./lib/web/start-server");
  await start();
}
