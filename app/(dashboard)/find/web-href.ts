/** Registers leave out how an address begins; nothing but the web is ever linked to. */
export const webHref = (address: string): string =>
  /^https?:\/\//i.test(address) ? address : `https://${address.replace(/^[a-z]+:\/*/i, "")}`;
