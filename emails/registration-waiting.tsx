import { AsksForAccess, exampleOfAsking } from "./parts/asks-for-access";
import type { Template } from "./parts/message";

const RegistrationWaiting: Template<"registration-waiting"> = (props) => (
  <AsksForAccess
    {...props}
    heading="Someone is waiting for your decision"
    said={`${props.name} has registered and asked for access to:`}
  />
);
RegistrationWaiting.example = exampleOfAsking;
export default RegistrationWaiting;
