import { Link } from "@/components/ui/link";
import { ActionForm, ButtonGroup, HiddenField, Page, SubmitButton, SummaryList } from "@/components/ui";
import type { KeySeen } from "@/lib/api/keys";
import { formatAgo, formatCount } from "@/lib/format";
import { endThisKey } from "./actions";
import { keyMay, keyWhere } from "./key-words";

/** Asks before a key is ended, and says what stops. `hooks`: how many webhooks it has. `keys`: the page of all keys. */
export function EndKeyPage(props: { apiKey: KeySeen; hooks: number; now: Date; keys: string }) {
  const { apiKey, hooks } = props;
  const { label, holder, lastUsedAt } = apiKey;
  return (
    <Page heading={`End the key of ${label}`} back={{ href: props.keys, label: "Keys for other systems" }}>
      <p>{label} will be refused straight away. You cannot undo this: to give it access again, make a new key.</p>
      {hooks > 0 && (
        <p>
          {hooks === 1 ? "Its webhook" : `Its ${formatCount("webhook", hooks)}`} will stop too. We will not send what is
          still waiting to be sent.
        </p>
      )}
      <p>What it has filed stays as it is.</p>
      <SummaryList
        rows={[
          { label: "Can no longer", value: keyMay(apiKey) },
          { label: "Where", value: keyWhere(apiKey) },
          { label: "Uses the access of", value: holder },
          { label: "Last used", value: lastUsedAt ? formatAgo(lastUsedAt, props.now) : "Never" },
        ]}
      />
      <ActionForm action={endThisKey}>
        <HiddenField name="key" value={apiKey.id} />
        <ButtonGroup>
          <SubmitButton look="warning" pending="Ending…">
            End this key
          </SubmitButton>
          <Link href={props.keys}>Cancel</Link>
        </ButtonGroup>
      </ActionForm>
    </Page>
  );
}
