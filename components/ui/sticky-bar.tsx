import type { ReactNode } from "react";

/** The buttons that send a form, with what is said of it beside them: at the foot of a phone's screen always in sight. */
export function StickyBar({ status, children }: { status?: ReactNode | undefined; children: ReactNode }) {
  return (
    <div className="ct-sticky-bar ct-sticky-bar--status">
      {status && <div className="ct-sticky-bar__status">{status}</div>}
      {children}
    </div>
  );
}
