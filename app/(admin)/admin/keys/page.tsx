import { HowTo } from "@/app/shell/how-to/how-to";
import { type AddressParams, ListSearchForm, ListTable, readTableAddress } from "@/components/tables";
import { keyColumns } from "@/app/shell/keys/key-columns";
import { KeyFields } from "@/app/shell/keys/key-fields";
import { ActionForm, EmptyState, NotificationBanner, Page, TextField } from "@/components/ui";
import { keyList, type KeysWanted } from "@/lib/api/key-list";
import { now } from "@/lib/clock";
import { supportUser } from "@/lib/web/session";
import { makeThisKey } from "@/app/shell/keys/actions";

const path = "/admin/keys";
const wantedKeys: Record<KeysWanted, string> = { ending: "End within 30 days", unused: "Not used for 30 days" };
const isWantedKey = (text = ""): text is KeysWanted => Object.hasOwn(wantedKeys, text);

/** Every key by which another system uses the service, newest first. */
export default async function AdminKeysPage({ searchParams }: { searchParams: Promise<AddressParams> }) {
  const user = await supportUser();
  const params = await searchParams;
  const time = now();
  const words = ([params.words].flat()[0] ?? "").trim().slice(0, 200);
  const typed = [params.wanted].flat()[0];
  const wanted = isWantedKey(typed) ? typed : undefined;
  const columns = keyColumns(time, path);
  const place = readTableAddress(params, columns, { sort: { by: "id", direction: "descending" } });
  const { rows, total } = await keyList(user, { ...place, words, ...(wanted && { wanted }) }, time);
  const sought = words !== "" || wanted !== undefined;
  return (
    <Page
      heading="Keys for other systems"
      caption="Admin"
      back={{ href: "/admin", label: "Admin" }}
      width="wide"
      banner={params.ended !== undefined && <NotificationBanner success heading="That key no longer works." />}
    >
      <HowTo of="make-keys" />
      <ListSearchForm
        path={path}
        press="Find"
        sought={{ label: "Find a key", hint: "Its system or a location, or whose access it has", value: words }}
        chosen={{ name: "wanted", label: "Show", value: wanted ?? "", choices: { "": "All", ...wantedKeys } }}
      />
      <ListTable
        caption="Keys that work now, newest first"
        of={["key", "keys"]}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => String(id)}
        total={total}
        path={path}
        params={{ ...params, ended: undefined }}
        place={place}
        filters={[
          ...(words ? [{ label: `“${words}”`, without: { words: null } }] : []),
          ...(wanted ? [{ label: wantedKeys[wanted], without: { wanted: null } }] : []),
        ]}
        empty={
          sought ? (
            <EmptyState heading="No keys match" action={{ href: path, label: "Show all" }}>
              <p>Keys that have ended are not listed.</p>
            </EmptyState>
          ) : (
            <EmptyState heading="No keys">No other system can use this service now.</EmptyState>
          )
        }
      />
      <h2 className="nhsuk-heading-m mt-8">Make a key</h2>
      <p>
        For an approver who has agreed that their system files for them, or for an overseer, to read what they oversee
        and its figures. The key has the access of that person and ends with it.
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
