"use client";
import { Page } from "./page";
import type { ServiceSettings } from "./service-settings";

/** A plain apology, with what to tell support and a way to try again. */
export function Apology(props: {
  support?: ServiceSettings["support"] | undefined;
  reference?: string | undefined;
  again?: (() => void) | undefined;
}) {
  const { support, reference } = props;
  return (
    <Page heading="Sorry, there is a problem with the service">
      <p>What you just sent may not have been saved. Try again now or in a few minutes.</p>
      {props.again && (
        <button type="button" className="nhsuk-button" onClick={props.again}>
          Try again
        </button>
      )}
      {support && (
        <p>
          If it happens again, email <a href={`mailto:${support.email}`}>{support.email}</a> or call {support.phone},{" "}
          {support.hours}.
        </p>
      )}
      {reference && (
        <p>
          Give this reference: <strong>{reference}</strong>
        </p>
      )}
    </Page>
  );
}
