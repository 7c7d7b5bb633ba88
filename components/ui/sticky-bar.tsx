import type { ReactNode } from "react";

/**
 * The buttons that send a form, and any message beside them. On a phone they stay in sight at the foot of the screen.
 */
export function StickyBar({ status, children }: { status?: ReactNode | undefined; children: ReactNode }) {
  return (
    <div className="ct-sticky-bar ct-sticky-bar--status">
      {status && <div className="ct-sticky-bar__status">{status}</div>}
      {children}
    </div>
  );
}
