import { AsksForAccess, exampleOfAsking } from "./parts/asks-for-access";
import type { Template } from "./parts/message";

const AccessRequested: Template<"access-requested"> = (props) => (
  <AsksForAccess
    {...props}
    heading="Somebody asks for more access"
    said={`${props.name} already has an account and now asks for access to:`}
  />
);
AccessRequested.example = exampleOfAsking;
export default AccessRequested;
