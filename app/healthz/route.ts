/** Is the process alive? Asks nobody. */
export const GET = () => new Response("ok\n");
