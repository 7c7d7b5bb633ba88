import type { ReactNode } from "react";
import { Details as NhsDetails, DetailsSummary, DetailsText } from "nhsuk-react-components";

/** More, one press away. */
export function Details(props: {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean | undefined;
  expander?: boolean | undefined;
}) {
  return (
    <NhsDetails expander={props.expander ?? false} open={props.open}>
      <DetailsSummary>{props.summary}</DetailsSummary>
      <DetailsText>{props.children}</DetailsText>
    </NhsDetails>
  );
}
