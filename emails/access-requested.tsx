import { AsksForAccess, exampleOfAsking } from "./parts/asks-for-access";
import type { Template } from "./parts/message";

const AccessRequested: Template<"access-requested"> = (props) => (
  <AsksForAccess
    {...props}
    heading="Someone has asked for more access"
    said={`${props.name} already has an account and has asked for access to:`}
  />
);
AccessRequested.example = exampleOfAsking;
export default AccessRequested;
