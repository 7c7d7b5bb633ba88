import { HiddenField } from "@/components/ui";
import { formField } from "@/lib/returns/form-fields";
import type { ReturnForm } from "@/lib/returns/queries";
import { DraftVersion } from "./draft-version";

/** What a return's form posts besides its answers. The key is new each time the form is opened. */
export function FormFields({ form, looked }: { form: ReturnForm; looked?: boolean | undefined }) {
  return (
    <>
      <HiddenField name={formField.location} value={form.location.id} />
      <HiddenField name={formField.collection} value={form.collection} />
      <HiddenField name={formField.key} value={crypto.randomUUID()} />
      <HiddenField name={formField.shown} value={form.shown} />
      <HiddenField name={formField.standing} value={form.current?.reference ?? ""} />
      <DraftVersion version={form.draft?.version ?? 0} />
      {looked && <HiddenField name={formField.looked} value={form.unchanged.looked} />}
    </>
  );
}
