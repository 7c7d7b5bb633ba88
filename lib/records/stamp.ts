/** Who last saved something, and when. */
export interface Stamp {
  at: Date;
  by: string;
}
