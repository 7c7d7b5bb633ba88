import { Para, Points } from "./frame";

/** What else someone asked for, decided together with what they were given, and was not approved. */
export const NotApproved = ({
  places = [],
  reason = "",
}: {
  places?: string[] | undefined;
  reason?: string | undefined;
}) =>
  places.length === 0 ? null : (
    <>
      <Para>You also asked for this, which was not approved:</Para>
      <Points points={places} />
      {reason !== "" && <Para>The reason given: {reason}</Para>}
    </>
  );
