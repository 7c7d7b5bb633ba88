import { HowTo } from "@/app/shell/how-to/how-to";
import { ActionForm, Page, RadiosField, SelectField, SubmitButton, TextareaField } from "@/components/ui";
import { now } from "@/lib/clock";
import { formatMonth } from "@/lib/format";
import { addMonths, monthOf } from "@/lib/london";
import { seasonNames } from "@/lib/questions/seasons";
import { supportUser } from "@/lib/web/session";
import { season } from "@/app/(admin)/admin/windows/actions";

/** Switches a season or campaign on, from one month's window to another's. */
export default async function SeasonPage() {
  await supportUser();
  const months = Array.from({ length: 18 }, (_, ahead) => addMonths(monthOf(now()), ahead - 1));
  const choices = months.map((month) => ({ value: month, label: formatMonth(month) }));
  return (
    <Page heading="Switch a season on" back={{ href: "/admin/windows", label: "Back to windows and seasons" }}>
      <HowTo of="windows" />
      <p>
        Once you set dates for a season, its questions are only asked in the months you set here. Its usual months no
        longer apply automatically.
      </p>
      <ActionForm action={season}>
        <RadiosField
          name="key"
          label="Which questions?"
          choices={Object.entries(seasonNames).map(([value, label]) => ({ value, label }))}
        />
        <SelectField name="from" label="First window" choices={choices} />
        <SelectField name="until" label="Last window" choices={choices} />
        <TextareaField name="reason" label="Reason" limit={500} rows={3} />
        <SubmitButton pending="Switching on…">Switch on</SubmitButton>
      </ActionForm>
    </Page>
  );
}
