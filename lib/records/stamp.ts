/** Who last saved something, and when. */
export interface Stamp {
  at: Date;
  by: string;
}

/** On a shared account, names the person who said that they were using it. */
export const stampOf = (at: Date, by: { fullName: string }, onBehalfOf: string | null): Stamp => ({
  at,
  by: onBehalfOf ?? by.fullName,
});

/** The newest of several; null if none. */
export const newestStamp = (stamps: readonly (Stamp | null)[]): Stamp | null =>
  stamps.reduce<Stamp | null>((newest, one) => (one && (!newest || one.at > newest.at) ? one : newest), null);
