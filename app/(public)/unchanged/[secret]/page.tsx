import {
  AcceptWarnings,
  ActionForm,
  ActionLink,
  HiddenField,
  InsetText,
  Page,
  Panel,
  SubmitButton,
  WarningCallout,
} from "@/components/ui";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { formatMonth } from "@/lib/format";
import { collections } from "@/lib/questions/collections";
import { returnLink, type ReturnLink } from "@/lib/returns/return-link";
import { windowInFull } from "@/lib/windows/reporting-window";
import { filedByWhom } from "@/lib/returns/replaces";
import { UnchangedQuestions } from "@/components/returns/unchanged-questions";
import { sendByLink } from "./actions";

/** A reminder's link: the last figures of one location, and one button that files them again. Looking changes nothing. */
export default async function UnchangedByLinkPage(props: { params: Promise<{ secret: string }> }) {
  const { secret } = await props.params;
  const time = now();
  const link: ReturnLink = env().UNCHANGED_BY_MAIL ? await returnLink(secret, time) : { state: "gone" };
  if (link.state === "gone")
    return (
      <Page heading="This link has expired">
        <p>
          A link in a reminder works for one person, until the window closes. You can still sign in and file your
          return.
        </p>
        <ActionLink href="/returns">Sign in and file your return</ActionLink>
      </Page>
    );
  if (link.state === "used") return <Filed link={link} />;
  const { form, account } = link;
  const { last, lastFigures, unchanged } = form;
  return (
    <Page
      heading="Has nothing changed?"
      caption={`${collections[form.collection].label}, ${form.location.name}`}
      summary={windowInFull(form.window, time)}
    >
      {form.current && (
        <InsetText>{filedByWhom(form.current)}. If you press the button, yours will replace it.</InsetText>
      )}
      {!last || !lastFigures || unchanged.why.length > 0 ? (
        <>
          <WarningCallout heading="Sign in to file this return">
            {unchanged.why.map(({ message }) => (
              <p key={message}>{message}.</p>
            ))}
          </WarningCallout>
          <ActionLink href={`/returns/${form.location.id}/${form.collection}`}>
            Sign in and fill in the return
          </ActionLink>
        </>
      ) : (
        <>
          <p>If these figures are still correct, {account.name}, you can file them again with one press.</p>
          <ActionForm action={sendByLink}>
            <HiddenField name="link" value={secret} />
            <HiddenField name="looked" value={unchanged.looked} />
            <UnchangedQuestions form={form} />
            <AcceptWarnings expected={unchanged.asks} />
            <SubmitButton sticky pending="Filing…">
              {unchanged.unanswered.length > 0 ? "Nothing else has changed" : "Nothing has changed"}: file for{" "}
              {form.location.name}
            </SubmitButton>
          </ActionForm>
          <p>
            Has something changed?{" "}
            <a href={`/returns/${form.location.id}/${form.collection}`}>Sign in and change the figures</a>.
          </p>
        </>
      )}
    </Page>
  );
}

function Filed({ link }: { link: Extract<ReturnLink, { state: "used" }> }) {
  return (
    <Page heading="Filed" caption={`${collections[link.collection].label}, ${link.location}`}>
      <Panel title={`Return for ${formatMonth(link.month)} received`}>
        {link.reference && (
          <>
            Your reference
            <br />
            <strong>{link.reference}</strong>
          </>
        )}
      </Panel>
      <p>We sent you the receipt by email. There is nothing more to do.</p>
      <ActionLink href="/returns">Sign in to see your returns</ActionLink>
    </Page>
  );
}
