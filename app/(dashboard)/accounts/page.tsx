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
          Your name, phone number, job title and email address.
        </Tile>
        <Tile title="My access" href="/accounts/access">
          What you can see and why.{can(user, "ask for access") && " Ask for more."}
        </Tile>
        {can(user, "decide requests") && (
          <Tile title="People awaiting approval" href="/accounts/requests" figure={waiting} wants={waiting > 0}>
            People asking for access to your locations or area.
          </Tile>
        )}
        {can(user, "manage people") && (
          <Tile title="Manage users" href="/accounts/people">
            See who has access to what, give people access and remove leavers.
          </Tile>
        )}
        {can(user, "make API keys") && user.kind !== "support" && (
          <Tile title="Keys for other systems" href="/accounts/keys">
            Let your care records system file returns and update beds.
          </Tile>
        )}
        {!user.generic && (
          <>
            <Tile title="Change your password" href="/accounts/password">
              Choose a new password. You will be signed out everywhere else.
            </Tile>
            <Tile title="Second factor" href="/accounts/second-factor">
              Add a code from your phone to your password.
            </Tile>
          </>
        )}
        <Tile title="Where you are signed in" href="/accounts/sessions">
          See your sessions and end any that are not yours.
        </Tile>
      </Tiles>
    </Page>
  );
}
