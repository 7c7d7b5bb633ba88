import { HowTo } from "@/app/shell/how-to/how-to";
import { notFound } from "next/navigation";
import { ActionForm, HiddenField, Page, SubmitButton } from "@/components/ui";
import { now } from "@/lib/clock";
import { monthFor } from "@/lib/windows/reporting-window";
import { bedTypes } from "@/lib/windows/support/queries";
import { supportUser } from "@/lib/web/session";
import { correctBeds } from "@/app/(admin)/admin/windows/actions";
import { BedTypeFields } from "@/app/(admin)/admin/windows/bed-types/bed-type-fields";

/** Corrects a bed type: its name, what counts as one, who reports it, and in which months. */
export default async function BedTypePage(props: { params: Promise<{ key: string }> }) {
  const { key } = await props.params;
  const type = (await bedTypes(await supportUser())).find((one) => one.key === key);
  if (!type) notFound();
  const { label, group, validFrom, validTo, definition, example, types } = type;
  return (
    <Page heading={label} caption="Bed type" back={{ href: "/admin/windows/bed-types", label: "Back to bed types" }}>
      <HowTo of="bed-types" />
      <p>
        The new name and definition will be shown everywhere, including on past returns. If you move it to another kind
        of provider, past figures stay with the locations that entered them. If you mean a different type of bed, end
        this one and add a new type.
      </p>
      <ActionForm action={correctBeds}>
        <HiddenField name="key" value={key} />
        <BedTypeFields
          saved={{
            label,
            group,
            from: monthIn(validFrom),
            until: monthIn(validTo),
            definition,
            example,
            service: types[0] ?? "",
          }}
          now={monthFor(now())}
        />
        <SubmitButton pending="Saving…">Save the bed type</SubmitButton>
      </ActionForm>
    </Page>
  );
}

const monthIn = (day: Date | null) => day?.toISOString().slice(0, 7) ?? "";
