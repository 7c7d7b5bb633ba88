import { KeyFields } from "@/app/shell/keys/key-fields";
import { KeysTable } from "@/app/shell/keys/keys-table";
import { ActionForm, NotificationBanner, Page, TextField } from "@/components/ui";
import { keysSeenBy } from "@/lib/api/keys";
import { now } from "@/lib/clock";
import { supportUser } from "@/lib/web/session";
import { makeThisKey } from "@/app/shell/keys/actions";

/** Every key by which another system uses the service. */
export default async function AdminKeysPage(props: { searchParams: Promise<{ ended?: string | string[] }> }) {
  const user = await supportUser();
  const time = now();
  const keys = await keysSeenBy(user, time);
  const ended = (await props.searchParams).ended !== undefined;
  return (
    <Page
      heading="Keys for other systems"
      caption="Admin"
      back={{ href: "/admin", label: "Admin" }}
      width="wide"
      banner={ended && <NotificationBanner success heading="That key no longer works." />}
    >
      <KeysTable keys={keys} now={time} path="/admin/keys" />
      <h2 className="nhsuk-heading-m">Make a key</h2>
      <p>
        For an approver who has agreed that their system files for them, or for an overseer, to read their area and its
        figures. The key has the access of that person and ends with it.
      </p>
      <ActionForm action={makeThisKey}>
        <KeyFields>
          <TextField
            name="email"
            label="Email address of the approver or overseer"
            hint="An approver’s key is for every location that they approve for"
            autoComplete="off"
            width={30}
          />
        </KeyFields>
      </ActionForm>
    </Page>
  );
}
