import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import {
  AcceptWarnings,
  ActionForm,
  HiddenField,
  InsetText,
  NotificationBanner,
  Page,
  SubmitButton,
} from "@/components/ui";
import { ClosedLocation } from "@/components/returns/closed-location";
import { BedsOf } from "@/components/returns/figures";
import { enquiriesAbout } from "@/lib/capacity/enquiries";
import { now } from "@/lib/clock";
import { formatAgo, formatDate, formatDateTime } from "@/lib/format";
import { bedsForm, type BedsForm } from "@/lib/beds/beds-form";
import type { Closed } from "@/lib/locations/closed";
import { nilSinceBeds } from "@/lib/returns/queries";
import { currentUser } from "@/lib/web/session";
import { BedOfferFields } from "@/app/(dashboard)/beds/bed-offer-fields";
import { BedsByType } from "@/app/(dashboard)/beds/beds-by-type";
import { EnquiriesHere } from "@/app/(dashboard)/find/enquiries-here";
import { saveBeds } from "./actions";

/** The beds of a home today, made for a phone: plus, minus, save. */
export default async function BedsOfLocationPage(props: {
  params: Promise<{ location: string }>;
  searchParams: Promise<{ saved?: string | string[] }>;
}) {
  const user = await currentUser();
  const { location } = await props.params;
  const time = now();
  const form = /^[1-9]\d{0,8}$/.test(location) ? await bedsForm(user, Number(location), time) : null;
  if (!form) notFound();
  if (form.closed) return <ClosedBeds form={form} closed={form.closed} time={time} />;
  const saved = (await props.searchParams).saved !== undefined;
  const [enquiries, nilAt] = await Promise.all([
    enquiriesAbout(user, [form.location.id], time),
    nilSinceBeds(user, form.location.id),
  ]);
  return (
    <Page
      heading="Update beds"
      caption={form.location.name}
      summary={statedWhen(form, time)}
      back="/home"
      banner={saved && <NotificationBanner success heading="Your beds are up to date." />}
    >
      <HowTo guide="free-beds" />
      {nilAt && (
        <InsetText>
          A nil return was filed for {form.location.name} on {formatDate(nilAt)}, after these beds were last updated.
          Change them if there is nothing to offer, so that no one rings for a bed.
        </InsetText>
      )}
      <EnquiriesHere enquiries={enquiries} now={time} />
      <ActionForm action={saveBeds} autoComplete="off">
        <HiddenField name="location" value={form.location.id} />
        <HiddenField name="key" value={crypto.randomUUID()} />
        <BedsByType types={form.bedTypes} values={form.typed} last={form.typed} lastLabel="Before" place={form.place} />
        <BedOfferFields types={form.bedTypes} values={form.typed} />
        <AcceptWarnings />
        <SubmitButton sticky pending="Saving…">
          Save beds for {form.location.name}
        </SubmitButton>
      </ActionForm>
      <p>
        <Link href={`/beds/${form.location.id}/as-found`}>
          See {form.location.name} as people looking for a bed see it
        </Link>
      </p>
      <p>
        <Link href={`/providers/${form.location.id}/suitability`}>
          Say who you care for, which funding you accept and your weekly prices
        </Link>
      </p>
      <p>
        <Link href={`/providers/${form.location.id}`}>
          Contacts, notes and everything else about {form.location.name}
        </Link>
      </p>
      <p>
        Save even if nothing has changed. Hospitals can see when these beds were last confirmed, and ring homes with
        recent figures first.
      </p>
    </Page>
  );
}

function ClosedBeds({ form, closed, time }: { form: BedsForm; closed: Closed; time: Date }) {
  return (
    <Page heading="Beds" caption={form.location.name} summary={statedWhen(form, time)} back="/home">
      <ClosedLocation name={form.location.name} closed={closed} />
      {form.beds && <BedsOf beds={form.beds} bedTypes={form.bedTypes} />}
    </Page>
  );
}

const statedWhen = ({ stated }: BedsForm, time: Date) =>
  stated
    ? `Last updated ${formatAgo(stated.at, time)} by ${stated.by}. As of ${formatDateTime(time)}.`
    : "No one has entered these beds yet.";
