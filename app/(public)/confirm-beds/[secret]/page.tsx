import {
  ActionForm,
  ActionLink,
  ButtonGroup,
  HiddenField,
  NotificationBanner,
  Page,
  SubmitButton,
  Table,
  type Column,
} from "@/components/ui";
import { type BedsOfLink, bedsOfLink } from "@/lib/beds/confirm-by-link";
import { now } from "@/lib/clock";
import { formatAgo, inSentence } from "@/lib/format";
import type { BedCount } from "@/lib/questions/beds";
import { confirmWithLink } from "./actions";

type Row = BedCount & { key: string; label: string };

const columns: Column<Row>[] = [
  { key: "label", heading: "Type", cell: ({ label }) => label, rowHeader: true },
  { key: "accepting", heading: "Vacant", cell: ({ accepting }) => accepting, numeric: true },
  { key: "reserved", heading: "Reserved", cell: ({ reserved }) => reserved, numeric: true },
  { key: "occupied", heading: "Occupied", cell: ({ occupied }) => occupied, numeric: true },
  { key: "capacity", heading: "All beds", cell: ({ capacity }) => capacity, numeric: true },
];

/** A mail's link: the beds of one home as last stated, and a button that says that they are still so. Looking changes nothing. */
export default async function ConfirmBedsByLinkPage(props: {
  params: Promise<{ secret: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}) {
  const { secret } = await props.params;
  const time = now();
  const beds = await bedsOfLink(secret, time);
  if (!beds?.stated)
    return (
      <Page heading="This link has expired">
        <p>This link works for one person, for a week. You can still sign in and update your beds.</p>
        <ActionLink href="/beds">Sign in and update your beds</ActionLink>
      </Page>
    );
  const isDone = (await props.searchParams).done !== undefined;
  return (
    <Page
      heading={isDone ? "Your beds" : "Are these beds still right?"}
      caption={beds.location}
      summary={`Last confirmed ${formatAgo(beds.stated.at, time)}.`}
      banner={isDone && <NotificationBanner success heading="Thank you. You have confirmed your beds." />}
    >
      <Figures beds={beds} stated={beds.stated} secret={secret} />
      <p>
        Has anything else changed? <a href="/beds">Sign in and change the figures</a>.
      </p>
    </Page>
  );
}

function Figures({
  beds,
  stated,
  secret,
}: {
  beds: BedsOfLink;
  stated: NonNullable<BedsOfLink["stated"]>;
  secret: string;
}) {
  const rows = Object.entries(beds.labels).flatMap(([key, label]): Row[] => {
    const count = stated.beds.types[key];
    return count ? [{ key, label, ...count }] : [];
  });
  return (
    <>
      <Table caption="Beds by type" columns={columns} rows={rows} rowKey={({ key }) => key} />
      <ActionForm action={confirmWithLink}>
        <HiddenField name="link" value={secret} />
        <HiddenField name="looked" value={stated.id} />
        <SubmitButton pending="Confirming…">Still right</SubmitButton>
      </ActionForm>
      {rows.some(({ accepting }) => accepting > 0) && <h2 className="nhsuk-heading-s">Has a bed been taken?</h2>}
      <ButtonGroup>
        {rows
          .filter(({ accepting }) => accepting > 0)
          .map(({ key, label }) => (
            <ActionForm key={key} action={confirmWithLink}>
              <HiddenField name="link" value={secret} />
              <HiddenField name="looked" value={stated.id} />
              <HiddenField name="fewer" value={key} />
              <SubmitButton look="secondary" pending="Saving…">
                One fewer {inSentence(label)} bed
              </SubmitButton>
            </ActionForm>
          ))}
      </ButtonGroup>
    </>
  );
}
