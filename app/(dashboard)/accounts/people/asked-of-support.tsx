import { InsetText } from "@/components/ui";
import { formatDate, formatDateTime } from "@/lib/format";
import type { ClosingRequest } from "@/lib/people/closing-requests";

/** What an approver asked support about someone, and the answer. */
export const AskedOfSupport = ({ requests }: { requests: ClosingRequest[] }) =>
  requests.map(({ id, askedAt, reason, answeredAt, answer }) => (
    <InsetText key={id}>
      <p>
        On {formatDate(askedAt)} you asked the support team to close this account: {reason}
      </p>
      <p>
        {answeredAt
          ? `The support team answered at ${formatDateTime(answeredAt)}: ${answer}`
          : "The support team has not answered yet."}
      </p>
    </InsetText>
  ));
