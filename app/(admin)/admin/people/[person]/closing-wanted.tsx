import { ActionForm, HiddenField, InsetText, SubmitButton, TextareaField } from "@/components/ui";
import { formatDateTime, formatList } from "@/lib/format";
import type { ClosingRequest } from "@/lib/people/closing-requests";
import { answerAsker } from "@/app/(admin)/admin/people/actions";

/** What approvers ask about this person. Closing the account answers them; anything else is written to them here. */
export const ClosingWanted = ({ person, requests }: { person: number; requests: ClosingRequest[] }) =>
  requests.map(({ id, by, askedAt, places, reason }) => (
    <InsetText key={id}>
      <p>
        {by}, an approver of {formatList(places)}, asked at {formatDateTime(askedAt)} to close this account: {reason}
      </p>
      <p>If you close the account, {by} is told. Otherwise, end or change the access below and answer here.</p>
      <ActionForm action={answerAsker} id={`answer-${id}`}>
        <HiddenField name="person" value={String(person)} />
        <HiddenField name="request" value={String(id)} />
        <TextareaField
          name="answer"
          label={`Your answer to ${by}`}
          hint="We will email it and keep a copy."
          rows={3}
          limit={500}
        />
        <SubmitButton look="secondary" pending="Sending…">
          Send answer
        </SubmitButton>
      </ActionForm>
    </InsetText>
  ));
