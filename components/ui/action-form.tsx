"use client";
import {
  Fragment,
  useActionState,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
  type SyntheticEvent,
} from "react";
import { inPageOrder, oddAddressCode, orderField, ownerField, proofField, type FormAnswer } from "@/lib/outcome";
import { Details } from "./details";
import { ErrorSummary } from "./error-summary";
import { errorsOf, unanswered, type FormAction } from "./form-answer";
import { FormContext } from "./form-context";
import { HiddenField } from "./hidden-field";
import { ProblemTitle } from "./page-title";
import { PasswordField } from "./password-field";
import { TopOfPage } from "./problems-at-top";
import { useFormOwner } from "./service-context";
import { useHydrated } from "./use-hydrated";

/**
 * A form that posts to a server action. Problems are listed at the top of its page and shown beside their fields, with
 * everything typed still there; it works without JavaScript, and with it a second press while the first is under way
 * does nothing. An action that wants the password again gets a field for it above the others; an email
 * address that was queried may be sent again unchanged. `order` lists field names as they stand on the page where the
 * action may answer in another order. `foldedUnder`: the form is one press away,
 * and is open when its action answered.
 */
export function ActionForm(props: {
  action: FormAction;
  children: ReactNode;
  order?: string[] | undefined;
  id?: string | undefined;
  foldedUnder?: string | undefined;
  className?: string | undefined;
  autoComplete?: "on" | "off" | undefined;
}) {
  const sayAtTop = useContext(TopOfPage);
  const [answer, post, pending] = useActionState(
    useHydrated() ? orApology(props.action, () => sayAtTop?.([])) : props.action,
    unanswered,
  );
  const turn = useTurn(answer);
  const order = props.order?.join(" ");
  const problems = useMemo(
    () => (order === undefined ? answer.problems : inPageOrder(answer.problems, order.split(" "))),
    [answer, order],
  );
  useEffect(() => {
    if (answer !== unanswered) sayAtTop?.(problems);
  }, [answer, problems, sayAtTop]);
  const ignoreSecondPress = (event: SyntheticEvent) => {
    if (pending) event.preventDefault();
  };
  const owner = useFormOwner();
  const form = (
    <form
      action={post}
      noValidate
      aria-busy={pending}
      onSubmit={ignoreSecondPress}
      id={props.id}
      className={props.className}
      autoComplete={props.autoComplete}
    >
      {owner !== undefined && <HiddenField name={ownerField} value={owner} />}
      {order !== undefined && <HiddenField name={orderField} value={order} />}
      {problems.some(({ code }) => code === oddAddressCode) && (
        <HiddenField name="meant" value={[answer.typed.email].flat()[0] ?? ""} />
      )}
      {problems.some(({ field }) => field === proofField) && (
        <PasswordField key={`proof-${turn}`} name={proofField} label="Your password" />
      )}
      <Fragment key={turn}>{props.children}</Fragment>
    </form>
  );
  return (
    <FormContext value={{ answer, pending }}>
      {!sayAtTop && errorsOf(problems).length > 0 && (
        <>
          <ProblemTitle />
          <ErrorSummary problems={problems} />
        </>
      )}
      {props.foldedUnder === undefined ? (
        form
      ) : (
        <Details summary={props.foldedUnder} open={problems.length > 0}>
          {form}
        </Details>
      )}
    </FormContext>
  );
}

/**
 * With JavaScript, a post that the server could not answer (an outage, a lost connection) leaves the form as it was
 * typed, with a sentence. Without JavaScript the browser shows the outage page, which keeps the fields too. `succeeded` is
 * told when the form leads on: that may be to the same page, where another form was refused before.
 */
const orApology =
  (action: FormAction, succeeded: () => void): FormAction =>
  async (previous, form) => {
    try {
      return await action(previous, form);
    } catch (fault) {
      if (isFromTheFramework(fault)) {
        succeeded();
        throw fault;
      }
      return { problems: [{ message: notSent }], typed: typedIn(form), at: previous.at ?? 0 };
    }
  };

const notSent =
  "We did not get an answer from the service, so we do not know if your form arrived. What you typed is still here. Wait a minute, then press the button again.";

const isFromTheFramework = (fault: unknown) =>
  typeof fault === "object" && fault !== null && "digest" in fault && String(fault.digest).startsWith("NEXT_");

function typedIn(form: FormData): FormAnswer["typed"] {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith("$") && !/password/i.test(name));
  return Object.fromEntries(
    names.map((name) => {
      const values = form.getAll(name).filter((value) => typeof value === "string");
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}

/** Counts the answers, so that fields start afresh from what was typed each time one comes back. */
function useTurn(answer: unknown) {
  const [last, setLast] = useState({ answer, turn: 0 });
  if (last.answer === answer) return last.turn;
  setLast({ answer, turn: last.turn + 1 });
  return last.turn + 1;
}
