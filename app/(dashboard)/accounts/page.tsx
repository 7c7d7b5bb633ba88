import { Page, Tile, Tiles } from "@/components/ui";
import { can } from "@/lib/access/policy";
import { now } from "@/lib/clock";
import { requestsWaitingCount } from "@/lib/registrations/queries";
import { currentUser } from "@/lib/web/session";

/** My account, my access and, for those who decide, my people. */
export default async function AccountsPage() {
  const user = await currentUser();
  const waiting = can(user, "decide requests") ? await requestsWaitingCount(user, now()) : 0;
  return (
    <Page heading="Accounts" width="wide">
      <Tiles>
        <Tile title="My details" href="/accounts/details">
          Your name, number, job title and email address.
        </Tile>
        <Tile title="My access" href="/accounts/access">
          What you may see and why.{can(user, "ask for access") && " Ask for more."}
        </Tile>
        {can(user, "decide requests") && (
          <Tile title="People awaiting approval" href="/accounts/requests" figure={waiting} wants={waiting > 0}>
            People who ask for access to your locations or area.
          </Tile>
        )}
        {can(user, "manage people") && (
          <Tile title="Manage users" href="/accounts/people">
            Who has access, to what, as what. Let people in and take leavers out.
          </Tile>
        )}
        {!user.generic && (
          <>
            <Tile title="Change your password" href="/accounts/password">
              Choose a new one. It signs you out everywhere else.
            </Tile>
            <Tile title="Second factor" href="/accounts/second-factor">
              Add a code from your phone to your password.
            </Tile>
          </>
        )}
        <Tile title="Where you are signed in" href="/accounts/sessions">
          See your sessions and end those that are not yours.
        </Tile>
      </Tiles>
    </Page>
  );
}
