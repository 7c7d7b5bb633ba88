import type { Problem } from "@/lib/outcome";

export const robotProblem: Problem = { field: "altcha", message: "Tick the box to show that you are not a robot" };

/** That the box is still to be ticked, where the browser shows it: beside whatever else is wrong. */
export const unticked = ({ script, altcha }: Record<string, string | string[] | undefined>): Problem[] =>
  script === "yes" && !altcha ? [robotProblem] : [];
