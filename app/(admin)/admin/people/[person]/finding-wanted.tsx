import { ActionForm, HiddenField, InsetText, RadiosField, SubmitButton, TextareaField } from "@/components/ui";
import { formatDateTime } from "@/lib/format";
import type { FindingRequest } from "@/lib/people/finding-requests";
import { answerFinder } from "@/app/(admin)/admin/people/actions";

/** This person asks to search for free beds: support decides here. */
export function FindingWanted({ person, request }: { person: number; request: FindingRequest | null }) {
  if (request === null) return null;
  return (
    <InsetText>
      <p>
        They asked at {formatDateTime(request.askedAt)} to search for free beds: {request.reason}
      </p>
      <ActionForm action={answerFinder} id="answer-finder">
        <HiddenField name="person" value={String(person)} />
        <RadiosField
          name="decision"
          label="May they search for free beds?"
          inline
          choices={[
            { value: "yes", label: "Yes" },
            { value: "no", label: "No" },
          ]}
        />
        <TextareaField
          name="answer"
          label="Your answer to them"
          hint="We will email it. You can leave this blank if they may search"
          rows={3}
          limit={500}
        />
        <SubmitButton look="secondary" pending="Sending…">
          Send answer
        </SubmitButton>
      </ActionForm>
    </InsetText>
  );
}
