import { formatDateTime } from "@/lib/format";
import { Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";

const SecondFactorReset: Template<"second-factor-reset"> = ({ letterhead, name, at }) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading="Your second factor was reset"
    preview="If you did not ask for it, tell us now."
  >
    <Para>
      The support team reset the second factor of your account at {formatDateTime(new Date(at))}, and you were signed
      out everywhere. You can set up another when you next sign in.
    </Para>
    <Para>If you did not ask for this, tell us straight away and choose a new password.</Para>
  </Frame>
);
SecondFactorReset.example = { name: "Amina Khan", at: "2026-11-18T09:00:00.000Z" };
export default SecondFactorReset;
