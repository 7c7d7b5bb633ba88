import { FactLines, Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";

const RegistrationCode: Template<"registration-code"> = ({ letterhead, code }) => (
  <Frame
    letterhead={letterhead}
    heading="Your code to register"
    preview="Enter this code on the page where you are registering."
  >
    <Para>To confirm that this email address is yours, enter this code on the page where you are registering:</Para>
    <FactLines facts={[["Your code", code]]} />
    <Para>It works for 10 minutes. If you need longer, ask for a new one on that page.</Para>
    <Para>If you are not registering, ignore this email. No one can continue without the code.</Para>
  </Frame>
);
RegistrationCode.example = { draftId: "draft", code: "482913" };
export default RegistrationCode;
