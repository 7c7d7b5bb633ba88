/** One act with what is typed, and who may do it: they are told what else is wrong with it, so that nothing changes. */
export interface Act {
  name: string;
  typed: Readonly<Record<string, string>>;
  may: readonly string[];
  /** What nothing else is wrong with is tried only by those who may not. */
  whole?: true;
}

/** Support alone. */
export const support = ["support"];
/** A number that nothing has. */
export const none = "99999999";
/** An act that something else is wrong with. */
export const act = (name: string, may: readonly string[], typed: Act["typed"] = {}): Act => ({ name, typed, may });
/** An act that nothing else is wrong with. */
export const whole = (name: string, may: readonly string[], typed: Act["typed"] = {}): Act => ({
  ...act(name, may, typed),
  whole: true,
});
