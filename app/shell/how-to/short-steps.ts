/** How the thing on a page is done: what it is called after "How to:", and what to do, in order. */
export interface ShortSteps {
  title: string;
  steps: readonly string[];
}
