import { daysAfterClosing } from "@/lib/people/closed-place";

/** What happens to access when a person leaves, a location closes or a provider changes. */
export const WhenSomethingChanges = () => (
  <>
    <h2 className="nhsuk-heading-m">When something changes</h2>
    <ul className="nhsuk-list nhsuk-list--bullet">
      <li>If you leave, tell your approver, or give up your access here. What you filed stays, under your name.</li>
      <li>
        If a location closes, you can still read what was filed there for {daysAfterClosing} days. Then your access ends
        by itself.
      </li>
      <li>
        If a location goes to another provider under the same registration, you keep your access until the new
        provider’s approver ends it. Under a new registration it is a new location: ask for it.
      </li>
    </ul>
  </>
);
