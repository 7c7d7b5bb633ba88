import { type AccountKind, staysSignedIn } from "@/lib/access/kinds";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export interface Holder {
  kind: AccountKind;
  generic: boolean;
}

/** "Keep me signed in" is not for those who see most, nor for shared accounts. */
export const mayBeRemembered = (holder: Holder): boolean => !holder.generic && staysSignedIn(holder.kind);

/** How long a session lasts, in milliseconds: unused, and at most. */
export const sessionLength = (remembered: boolean): { idle: number; most: number } =>
  remembered ? { idle: 7 * day, most: 30 * day } : { idle: 30 * minute, most: 12 * hour };
