import { formatDateTime } from "@/lib/format";
import { Action, Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";

const RefusedOften: Template<"refused-often"> = ({ letterhead, name, email, times, at, last, from, path }) => (
  <Frame
    letterhead={letterhead}
    heading={`${name} was refused ${times} times in one minute`}
    preview={`Look at what this account is doing: ${email}.`}
  >
    <Para>
      {name} ({email}) asked {times} times within a minute for something they may not see or do, or that does not exist.
      The last was at {formatDateTime(new Date(at))}: {last}. They came from the internet address {from}.
    </Para>
    <Para>
      This may be a program, someone looking for other people’s records, or a fault in our service. Call them and ask.
      If they did not do this, end their sessions and send new login details.
    </Para>
    <Action href={`${letterhead.origin}${path}`}>See the account</Action>
  </Frame>
);
RefusedOften.example = {
  name: "Amina Yusuf",
  email: "amina.yusuf@rosewood.example",
  times: 30,
  at: "2026-11-16T09:00:00.000Z",
  last: "/returns/204/care_home/history",
  from: "203.0.113.5",
  path: "/admin/people/17",
};
export default RefusedOften;
