import { derivedPassword, derivedPasswordIn, derivedSecret, keyedDigest } from "@/lib/tokens";

/**
 * The secrets that mail carries, worked out from the nonce of the row they belong to. The row keeps the nonce and
 * `hashSecret` of the secret; the outbox keeps neither, and sending a message again sends the same secret.
 */

/** The one-use password of an account whose `credentialsNonce` is given. */
export const oneUsePassword = (nonce: string): string => derivedPassword(nonce);

/** The one-use password in what was typed, whatever its capitals, spaces and hyphens; null if it is not one. */
export const oneUsePasswordIn = (typed: string): string | null => derivedPasswordIn(typed);

/** What a password-reset link carries. */
export const resetSecret = (nonce: string): string => derivedSecret("reset-link", nonce);

/** What the link carries that confirms a new email address. */
export const addressSecret = (nonce: string): string => derivedSecret("email-change", nonce);

/** What the link carries that files "nothing has changed" for one person, location and window. */
export const unchangedSecret = (nonce: string): string => derivedSecret("return-link", nonce);

/** What the link carries that confirms the beds of one location for one person. */
export const bedLinkSecret = (nonce: string): string => derivedSecret("bed-link", nonce);

/** What the link carries that stops the messages of one saved search. */
export const savedSearchSecret = (nonce: string): string => derivedSecret("saved-search", nonce);

/** The six-digit code emailed to someone who registers without JavaScript, for this draft and this address only. */
export const registrationCode = (draftId: string, email: string): string =>
  String(keyedDigest("registration-code", `${draftId}\n${email.toLowerCase()}`).readUInt32BE(0) % 1_000_000).padStart(
    6,
    "0",
  );

/** Where the links lead. Each only opens a page: a mail scanner that follows it changes nothing. */
export const resetPath = (secret: string): string => `/forgotten-password/${secret}`;
export const confirmAddressPath = (secret: string): string => `/confirm-address/${secret}`;
export const unchangedPath = (secret: string): string => `/unchanged/${secret}`;
export const confirmBedsPath = (secret: string): string => `/confirm-beds/${secret}`;
export const stopSearchPath = (secret: string): string => `/stop-search/${secret}`;

/** Where a mail program stops a saved search when its reader presses "unsubscribe" there (RFC 8058). */
export const unsubscribePath = (secret: string): string => `/api/mail/stop-search/${secret}`;
