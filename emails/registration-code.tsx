import { FactLines, Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";

const RegistrationCode: Template<"registration-code"> = ({ letterhead, code }) => (
  <Frame
    letterhead={letterhead}
    heading="Your code to register"
    preview="Enter this code on the page where you are registering."
  >
    <Para>To show that this email address is yours, enter this code on the page where you are registering:</Para>
    <FactLines facts={[["Your code", code]]} />
    <Para>You can use it for 10 minutes. If that is too short, ask for a new one on that page.</Para>
    <Para>If you are not registering, ignore this message: nobody can go on without the code.</Para>
  </Frame>
);
RegistrationCode.example = { draftId: "draft", code: "482913" };
export default RegistrationCode;
