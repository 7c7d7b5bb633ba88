/** Is the process alive? Asks no one. */
export const GET = () => new Response("ok\n");
