import { Page } from "@/components/ui";
import { ClosedLocation } from "@/components/returns/closed-location";
import { FiguresOf } from "@/components/returns/figures";
import { formatDateTime } from "@/lib/format";
import type { Closed } from "@/lib/locations/closed";
import { collections } from "@/lib/questions/collections";
import { formToSend, type ReturnForm } from "@/lib/returns/queries";

/** The return of a location that has closed: nothing can be sent, and what was begun can be read and kept. */
export function ClosedReturn({ form, closed, path }: { form: ReturnForm; closed: Closed; path: string }) {
  const { draft, location, collection } = form;
  return (
    <Page
      heading={collections[collection].label}
      caption={location.name}
      back={{ href: "/returns", label: "Back to returns" }}
    >
      <ClosedLocation name={location.name} closed={closed} history={`${path}/history`} />
      {draft && (
        <>
          <h2 className="nhsuk-heading-m">The draft that was not sent</h2>
          <p>
            {draft.mine ? "You saved it" : `${draft.savedBy} saved it`} at {formatDateTime(draft.savedAt)}.
          </p>
          <FiguresOf collection={collection} figures={formToSend(form).figures} bedTypes={form.bedTypes} />
          <p>
            <a href={`${path}/draft`}>Download the draft as CSV</a>
          </p>
        </>
      )}
    </Page>
  );
}
