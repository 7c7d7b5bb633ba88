import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { KeyFields } from "@/app/shell/keys/key-fields";
import { KeysTable } from "@/app/shell/keys/keys-table";
import { ActionForm, CheckboxesField, NotificationBanner, Page } from "@/components/ui";
import { can } from "@/lib/access/policy";
import { reachOfKeys } from "@/lib/api/key-holder";
import { keysSeenBy } from "@/lib/api/keys";
import { now } from "@/lib/clock";
import { formatList } from "@/lib/format";
import { currentUser } from "@/lib/web/session";
import { makeThisKey } from "@/app/shell/keys/actions";

/** The keys by which other systems file and read for an approver's locations, and the way to make and end one. */
export default async function KeysPage(props: {
  searchParams: Promise<{ ended?: string | string[]; webhook?: string | string[] }>;
}) {
  const user = await currentUser();
  if (!can(user, "make API keys") || user.kind === "support") notFound();
  const time = now();
  const [keys, { locations, organisations }] = await Promise.all([keysSeenBy(user, time), reachOfKeys(user)]);
  const { ended, webhook } = await props.searchParams;
  const done = ended !== undefined ? "That key no longer works." : webhook === "end" && "That webhook has ended.";
  return (
    <Page
      heading="Keys for other systems"
      back={{ href: "/accounts", label: "Accounts" }}
      width="wide"
      banner={done && <NotificationBanner success heading={done} />}
    >
      <HowTo of="keys" />
      <p>
        With a key, your care records system can file returns and update beds for your locations without anyone typing
        them again. It can only do what you can do, and stops working when you are no longer an approver there.{" "}
        <Link href="/developers">How a system uses a key</Link>
      </p>
      <KeysTable keys={keys} now={time} path="/accounts/keys" />
      <h2 className="nhsuk-heading-m">Make a key</h2>
      <ActionForm action={makeThisKey}>
        <KeyFields>
          <CheckboxesField
            name="locations"
            label="Locations"
            small={locations.length > 5}
            values={locations.length === 1 ? locations.map(({ id }) => String(id)) : []}
            choices={[
              ...(organisations.length > 0
                ? [
                    {
                      value: "all",
                      label: `All locations of ${formatList(organisations)}`,
                      hint: "Also those that join later, for as long as you are an approver there",
                    },
                  ]
                : []),
              ...locations.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
          />
        </KeyFields>
      </ActionForm>
    </Page>
  );
}
