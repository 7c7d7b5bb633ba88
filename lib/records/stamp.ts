/** Who last saved something, and when. */
export interface Stamp {
  at: Date;
  by: string;
}

/** Whoever used a shared account is named, where they said who they are. */
export const stampOf = (at: Date, by: { fullName: string }, onBehalfOf: string | null): Stamp => ({
  at,
  by: onBehalfOf ?? by.fullName,
});

/** The newest of several; null if none. */
export const newestStamp = (stamps: readonly (Stamp | null)[]): Stamp | null =>
  stamps.reduce<Stamp | null>((newest, one) => (one && (!newest || one.at > newest.at) ? one : newest), null);
