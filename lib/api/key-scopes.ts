/** What a key may be used for, as people choose it. */
export const keyScopes = {
  read: "Read windows, what is asked, beds and receipts",
  file: "File returns",
  beds: "Update and confirm beds",
} as const;
export type KeyScope = keyof typeof keyScopes;

export const isKeyScope = (text: string): text is KeyScope => Object.hasOwn(keyScopes, text);

/** For how many days a key may work. Then a new one is made. */
export const keyDays = [30, 90, 180, 365] as const;

/** What every key begins with, so that one is known for what it is wherever it turns up. */
export const keyPrefix = "ctk_";
