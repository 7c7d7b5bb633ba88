/**
 * The headers of every response. The nonce allows only the scripts in this very response, no other site may put our
 * pages in a frame, and our forms may only post to us. Pictures
 * may also come from `tiles`, where maps have a tile server.
 */
export function securityHeaders(
  origin: string,
  nonce: string,
  { development = false, tiles }: { development?: boolean; tiles?: string | undefined } = {},
): Record<string, string> {
  const https = origin.startsWith("https:");
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    `img-src 'self' data:${tiles ? ` ${new URL(tiles).origin}` : ""}`,
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(https ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
  return {
    "Content-Security-Policy": policy,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...(https && { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" }),
  };
}

/**
 * The headers of every response that is not a page, such as a picture, a style sheet or a redirect: if someone opens it
 * on its own, it may load only our own scripts, which a worker needs.
 */
export const headersOfFiles = (origin: string): Record<string, string> => ({
  ...securityHeaders(origin, ""),
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
});

/**
 * The headers of a stored message's HTML. Emails use inline styles and are shown in a frame on our own page, where they
 * cannot run scripts, load anything or post.
 */
export function mailHeaders(headers: Record<string, string>): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    "sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation",
  ].join("; ");
  return { ...headers, "Content-Security-Policy": policy, "X-Frame-Options": "SAMEORIGIN" };
}

/** Whether a path shows a message's HTML, either a stored message or an example. */
export const isMailHtml = (path: string): boolean =>
  /^\/(?:dev\/mail\/[0-9a-f-]{36}|admin\/mail\/messages\/[a-z-]+)\/html$/.test(path);
