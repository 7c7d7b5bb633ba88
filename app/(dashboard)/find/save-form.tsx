import { ActionForm, HiddenField, SubmitButton, TextField } from "@/components/ui";
import { saveThisSearch } from "./searches/actions";

/** Saves the search that is shown: new vacancies are emailed. */
export function SaveForm({ query, suggested }: { query: string; suggested: string }) {
  return (
    <div className="ct-no-print">
      <ActionForm action={saveThisSearch} foldedUnder="Email me when something new matches">
        <HiddenField name="query" value={query} />
        <TextField
          name="label"
          label="Name of the search"
          hint="We use it as the subject of our emails, so do not include anyone’s name"
          value={suggested}
          maxLength={80}
          width={30}
        />
        <SubmitButton look="secondary" pending="Saving…">
          Save this search
        </SubmitButton>
      </ActionForm>
    </div>
  );
}
