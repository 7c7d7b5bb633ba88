/** A path as it may be logged: without what was searched for, and without the secrets that some mailed links hold. */
export const loggedPath = (path: string): string =>
  (path.split("?")[0] ?? "").replace(
    /^\/(forgotten-password|confirm-address|unchanged|confirm-beds|stop-search|register\/waiting)\/.+/,
    "/$1/…",
  );
