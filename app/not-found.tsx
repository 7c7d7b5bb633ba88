import NothingThere from "./shell/nothing-there";
import { ServiceShell } from "./shell/service-shell";

/** What is said at an address that no page has, in a frame of its own. */
export default function NotFound() {
  return (
    <ServiceShell>
      <NothingThere />
    </ServiceShell>
  );
}
