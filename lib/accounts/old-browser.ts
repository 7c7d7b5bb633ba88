/** Browsers that this service cannot serve: Internet Explorer, and Edge before it became Chromium. */
export const isOldBrowser = (userAgent: string | null): boolean =>
  /MSIE |Trident\/|Edge\/1[0-8]\./.test(userAgent ?? "");
