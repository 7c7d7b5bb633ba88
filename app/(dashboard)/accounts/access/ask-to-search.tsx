import { ActionForm, SubmitButton, TextareaField } from "@/components/ui";
import { formatDate } from "@/lib/format";
import type { FindingRequest } from "@/lib/people/finding-requests";
import { askToSearch } from "./actions";

/** For someone who may not search for free beds: how to ask, and the answer they got. */
export function AskToSearch({ asked }: { asked: FindingRequest | null }) {
  const waits = asked !== null && asked.answeredAt === null;
  return (
    <>
      <h2 className="nhsuk-heading-m">Search for free beds</h2>
      {waits && <p>You asked on {formatDate(asked.askedAt)}. We will email you when support has decided.</p>}
      {asked?.allowed === false && (
        <p>
          Support did not agree to this{asked.answeredAt && ` on ${formatDate(asked.answeredAt)}`}. {asked.answer}
        </p>
      )}
      {!waits && (
        <ActionForm action={askToSearch} foldedUnder="Ask to search for free beds">
          <TextareaField
            name="reason"
            label="Why do you need to search?"
            hint="For example, you help people who leave your service to find a care home"
            limit={500}
            rows={3}
          />
          <SubmitButton look="secondary" pending="Asking…">
            Ask to search
          </SubmitButton>
        </ActionForm>
      )}
    </>
  );
}
