import type { MouseEvent } from "react";

/** Moves to the control that a link names, with its label in sight, as the design system does. */
export function focusField(event: MouseEvent<HTMLAnchorElement>) {
  const control = document.getElementById(decodeURIComponent(event.currentTarget.hash.slice(1)));
  if (!control) return;
  event.preventDefault();
  const folded = control.closest("details");
  if (folded) folded.open = true;
  (
    control.closest("fieldset")?.querySelector("legend") ??
    control.closest(".nhsuk-form-group") ??
    control
  ).scrollIntoView();
  control.focus({ preventScroll: true });
}
