/** A path that is safe to log: without search terms, and without the secrets in emailed links. */
export const loggedPath = (path: string): string =>
  (path.split("?")[0] ?? "").replace(
    /^\/(forgotten-password|confirm-address|unchanged|confirm-beds|stop-search|register\/waiting|api\/mail\/stop-search)\/.+/,
    "/$1/…",
  );
