import type { ReactNode } from "react";
import { InsetText } from "@/components/ui";
import { Ask } from "./ask";

/** A file whose work was refused or cut off: why, another way on, and the button that tries it again. */
export function Stopped(props: {
  upload: number;
  problem: string | null;
  outcome: string;
  retry: Parameters<typeof Ask>[0]["action"];
  children?: ReactNode;
}) {
  return (
    <>
      <InsetText>
        <p role="alert" className="break-words">
          {props.problem ?? "The process working on it was stopped."} {props.outcome}
        </p>
      </InsetText>
      {props.children}
      <Ask upload={props.upload} action={props.retry} pending="Starting…" look="secondary">
        Try this file again
      </Ask>
    </>
  );
}
