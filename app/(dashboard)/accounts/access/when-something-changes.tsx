import { isGivenLocations, isOverseerKind } from "@/lib/access/kinds";
import type { User } from "@/lib/access/user";
import { daysAfterClosing } from "@/lib/locations/closed";

/** What happens to access when a person leaves, a location closes or a provider changes. */
export function WhenSomethingChanges({ user }: { user: User }) {
  if (user.kind === "support") return null;
  return (
    <>
      <h2 className="nhsuk-heading-m">When something changes</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          {user.generic
            ? "When someone who knows the password leaves, ask support to change it the same day. What was filed stays, with the name of the person who filed it."
            : "If you leave, tell your approver, or give up your access here. What you filed stays, under your name."}
        </li>
        {isOverseerKind(user.kind) && (
          <li>
            What you see follows CQC’s register: locations that open, close or change provider are added and removed
            automatically.
          </li>
        )}
        {isGivenLocations(user.kind) && (
          <>
            <li>
              If a location closes, you can still read its returns for {daysAfterClosing} days. Then your access ends
              automatically.
            </li>
            <li>
              If a location moves to another provider under the same registration, you keep your access until the new
              provider’s approver ends it. If it has a new registration, it is a new location and you need to ask for
              access.
            </li>
          </>
        )}
      </ul>
    </>
  );
}
