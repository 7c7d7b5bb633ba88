/**
 * What every response carries, whatever it is. The nonce lets in only the scripts that this response itself wrote;
 * nothing may frame us, and no form of ours may post elsewhere.
 */
export function securityHeaders(origin: string, nonce: string, development = false): Record<string, string> {
  const https = origin.startsWith("https:");
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
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
 * What an answer carries that no page of ours wrote, such as a picture, a style sheet or a redirect: it may load nothing
 * but scripts of ours, which a worker needs, should someone open it by itself.
 */
export const headersOfFiles = (origin: string): Record<string, string> => ({
  ...securityHeaders(origin, ""),
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
});

/**
 * What the HTML of a kept message carries instead: mail styles itself inline and is shown in a frame of our own page,
 * where it can run, load and post nothing.
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

/** Whether an address is that of a message's HTML: one that is kept, or an example of one. */
export const isMailHtml = (path: string): boolean =>
  /^\/(?:dev\/mail\/[0-9a-f-]{36}|admin\/mail\/messages\/[a-z-]+)\/html$/.test(path);
