import { ButtonLink } from "@/components/ui";
import type { Person } from "@/lib/people/person";

/** What may be done to someone's account as a whole; each leads to a page that asks first. */
export function PersonActs({ person, asked = false }: { person: Person; asked?: boolean }) {
  const to = (act: string) => `/accounts/people/${person.id}/${act}`;
  if (person.mayManage)
    return (
      <div className="nhsuk-button-group">
        <ButtonLink href={to("reset")} look="secondary">
          {person.state === "waiting" || person.state === "login details expired"
            ? "Send login details again"
            : "Reset password"}
        </ButtonLink>
        {person.state === "locked" && (
          <ButtonLink href={to("unlock")} look="secondary">
            Unlock
          </ButtonLink>
        )}
        <ButtonLink href={to("close")} look="secondary">
          Close account
        </ButtonLink>
      </div>
    );
  if (person.mayAskToClose)
    return (
      <>
        <p>
          {person.name} is an approver. Only the support team can close an approver’s account or remove their access.
        </p>
        {!asked && (
          <ButtonLink href={to("ask-support")} look="secondary">
            Ask support to close the account
          </ButtonLink>
        )}
      </>
    );
  if (person.elsewhere > 0 && person.deactivated === null)
    return (
      <p>
        {person.name} also has access to places that are not yours, so you cannot reset, unlock or close their account.
        You can end their access to your locations below. For anything else, contact the support team.
      </p>
    );
  return null;
}
