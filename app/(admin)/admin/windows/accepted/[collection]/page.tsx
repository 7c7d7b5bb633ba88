import { HowTo } from "@/app/shell/how-to/how-to";
import { notFound } from "next/navigation";
import {
  ActionForm,
  HiddenField,
  NumberField,
  Page,
  SelectField,
  SubmitButton,
  TextareaField,
  TextField,
} from "@/components/ui";
import { now } from "@/lib/clock";
import { formatMonth } from "@/lib/format";
import { addMonths } from "@/lib/london";
import { checksOfFigures } from "@/lib/questions/checks";
import { collections, isCollection } from "@/lib/questions/collections";
import { calendarNow, windowsNow } from "@/lib/returns/queries";
import { supportUser } from "@/lib/web/session";
import { acceptOne } from "@/app/(admin)/admin/windows/actions";

const monthsBack = 3;

/** Accepts one figure against one check of a return. */
export default async function AcceptFigurePage(props: { params: Promise<{ collection: string }> }) {
  await supportUser();
  const { collection } = await props.params;
  if (!isCollection(collection)) notFound();
  const [{ latestOpened }, { seasonsIn }] = await Promise.all([windowsNow(now()), calendarNow()]);
  const months = Array.from({ length: monthsBack }, (_, back) => addMonths(latestOpened.month, -back));
  const checks = checksOfFigures(collection, latestOpened.month, seasonsIn(latestOpened.month));
  return (
    <Page
      heading="Accept a figure"
      caption={collections[collection].label}
      back={{ href: "/admin/windows/accepted", label: "Back to accepted figures" }}
    >
      <HowTo of="accept-figure" />
      <ActionForm action={acceptOne} order={["location", "month", "check", "figure", "reason"]}>
        <HiddenField name="collection" value={collection} />
        <TextField name="location" label="CQC location ID" hint="Such as 1-123456789" />
        <SelectField
          name="month"
          label="Window"
          value={latestOpened.month}
          empty={null}
          choices={months.map((month) => ({ value: month, label: formatMonth(month) }))}
        />
        <SelectField
          name="check"
          label="Check"
          hint="What the figure does not meet"
          choices={checks.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <NumberField
          name="figure"
          label="Figure"
          hint="We accept this figure and no other, so that a slip is still found"
          decimal
          width={5}
        />
        <TextareaField
          name="reason"
          label="Reason"
          hint="The provider will see this. Say why the figure is right. Do not name anyone"
          limit={500}
          rows={3}
        />
        <SubmitButton pending="Accepting…">Accept this figure</SubmitButton>
      </ActionForm>
    </Page>
  );
}
