const day = 24 * 60 * 60_000;

/** For how many days the people of a location that closed may still read what was filed there. */
export const daysAfterClosing = 90;

/** When the access to a location ends that was deregistered on that day. */
export const accessEndsAfterClosing = (deregisteredOn: Date): Date =>
  new Date(deregisteredOn.getTime() + daysAfterClosing * day);
