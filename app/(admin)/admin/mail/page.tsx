import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { ListTable, readTableAddress, type AddressParams } from "@/components/tables";
import {
  ButtonGroup,
  EmptyState,
  Page,
  SelectField,
  SubmitButton,
  Tag,
  TextField,
  Tile,
  Tiles,
  type Column,
} from "@/components/ui";
import { emailCounts, emailList, type EmailRow } from "@/lib/email/queries";
import { formatDateTime, formatNumber } from "@/lib/format";
import { supportUser } from "@/lib/web/session";
import { emailStateNames, emailStates, templateLabel } from "./states";

const path = "/admin/mail";

const columns: Column<EmailRow>[] = [
  {
    key: "subject",
    heading: "Subject",
    rowHeader: true,
    cell: ({ id, subject }) => <Link href={`${path}/${id}`}>{subject}</Link>,
  },
  { key: "to", heading: "To", cell: ({ to }) => <span className="break-all">{to}</span> },
  { key: "kind", heading: "Kind", cell: ({ template }) => templateLabel(template), hideOnPhone: true },
  { key: "queued", heading: "Written", cell: ({ queuedAt }) => formatDateTime(queuedAt) },
  {
    key: "state",
    heading: "Status",
    cell: ({ state }) => <Tag colour={emailStates[state].colour}>{emailStates[state].label}</Tag>,
  },
  { key: "why", heading: "Last error", cell: ({ lastError }) => lastError ?? "", hideOnPhone: true },
];

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** Every message the service wrote: whether it went, and if not, why not. */
export default async function MailPage({ searchParams }: { searchParams: Promise<AddressParams> }) {
  const user = await supportUser();
  const params = await searchParams;
  const state = emailStateNames.find((name) => name === one(params.state));
  const to = one(params.to)?.trim().slice(0, 200);
  const place = readTableAddress(params, columns, { sort: { by: "queued", direction: "descending" }, size: 50 });
  const [counts, { rows, total }] = await Promise.all([
    emailCounts(user),
    emailList(user, { ...(state && { state }), ...(to && { to }), page: place.page, size: place.size }),
  ]);
  return (
    <Page heading="Emails" width="wide" back={{ href: "/admin", label: "Admin" }}>
      <HowTo of="mail" />
      <Tiles>
        <Tile
          title="Failed"
          href={`${path}?state=failed`}
          figure={formatNumber(counts.failed)}
          wants={counts.failed > 0}
        >
          We stopped after several attempts. You can send each one again.
        </Tile>
        <Tile title="Bounced" href={`${path}?state=bounced`} figure={formatNumber(counts.bounced)}>
          Sent, but returned by the recipient’s mail server.
        </Tile>
        <Tile title="Waiting" href={`${path}?state=waiting`} figure={formatNumber(counts.waiting)}>
          Waiting to be sent or tried again.
        </Tile>
      </Tiles>
      <p>
        <a href={`${path}/messages`}>See how each message looks</a>
      </p>
      <form method="get" action={path} role="search">
        <div className="flex flex-wrap items-end gap-x-6">
          <TextField name="to" label="Part of the address" value={to} width={20} type="search" />
          <SelectField
            name="state"
            label="Status"
            value={state ?? ""}
            empty="All"
            choices={emailStateNames.map((name) => ({ value: name, label: emailStates[name].label }))}
          />
        </div>
        <ButtonGroup>
          <SubmitButton look="secondary">Show</SubmitButton>
        </ButtonGroup>
      </form>
      <ListTable
        caption="Messages, newest first"
        of={["message", "messages"]}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        total={total}
        path={path}
        params={params}
        place={place}
        filters={[
          ...(state ? [{ label: emailStates[state].label, without: { state: null } }] : []),
          ...(to ? [{ label: `To “${to}”`, without: { to: null } }] : []),
        ]}
        empty={
          <EmptyState heading="No messages match" action={{ href: path, label: "Show all" }}>
            <p>Messages are listed as soon as they are created.</p>
          </EmptyState>
        }
      />
    </Page>
  );
}
