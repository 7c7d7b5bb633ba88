const unseenOrBack = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\]/u;
const publicPages = /^\/(sign-in|sign-out|forgotten-password|choose-password|disclaimer|second-factor)(\/|\?|#|$)/;

/**
 * Where someone goes on after signing in: the page of ours they came for, or home. An address elsewhere, however it is
 * dressed up, one with unseen characters, and the pages of signing in themselves are home.
 */
export function safeReturnUrl(asked: string | string[] | undefined, origin: string): string {
  if (typeof asked !== "string" || !/^\/(?!\/)/.test(asked) || unseenOrBack.test(decoded(asked))) return "/home";
  const url = URL.canParse(asked, origin) ? new URL(asked, origin) : null;
  if (url?.origin !== origin || url.pathname.startsWith("//") || url.username !== "") return "/home";
  const path = url.pathname + url.search + url.hash;
  return path === "/" || publicPages.test(path) ? "/home" : path;
}

/** As a careless reader further on might see it: decoded once more, or unreadable. */
function decoded(asked: string): string {
  try {
    const path = asked.split(/[?#]/)[0] ?? "";
    const once = decodeURIComponent(path);
    return /^\/[/\\]/.test(once) ? "\\" : asked + once;
  } catch {
    return "\\";
  }
}
