export type ButtonLook = "primary" | "secondary" | "warning" | "reverse";

/** The classes of a button in one of its looks: one primary a page. */
export const buttonClass = (look: ButtonLook = "primary", small = false) =>
  ["nhsuk-button", look === "primary" ? "" : `nhsuk-button--${look}`, small ? "nhsuk-button--small" : ""]
    .filter(Boolean)
    .join(" ");
