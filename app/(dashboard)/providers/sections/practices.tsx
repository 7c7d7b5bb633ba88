import { Table } from "@/components/ui";
import { formatDate } from "@/lib/format";
import type { LinkedGp } from "@/lib/records/linked-practices";
import type { RecordPlace } from "@/lib/records/record-place";
import { newestStamp } from "@/lib/records/stamp";
import { RecordSection } from "@/app/(dashboard)/providers/record-section";

/** The general practices that look after a location's people, for emergencies. */
export const LinkedPractices = (props: { place: RecordPlace; practices: readonly LinkedGp[]; saved: boolean }) => (
  <RecordSection
    id="practices"
    heading="Linked GP practices"
    change={
      props.place.mayEdit
        ? { href: `/providers/${props.place.id}/practices`, label: "Add or remove a practice" }
        : undefined
    }
    stamp={newestStamp(props.practices.map(({ stamp }) => stamp))}
    saved={props.saved}
  >
    <Table
      caption="Linked GP practices"
      captionHidden
      rows={[...props.practices]}
      rowKey={({ id }) => String(id)}
      empty={<p>No GP practices are linked.</p>}
      columns={[
        {
          key: "name",
          heading: "Practice",
          rowHeader: true,
          cell: ({ name, closed }) => (closed ? `${name} (closed)` : name),
        },
        { key: "address", heading: "Address", cell: ({ address }) => address },
        { key: "since", heading: "Linked", cell: ({ stamp }) => `${formatDate(stamp.at)}, by ${stamp.by}` },
      ]}
    />
  </RecordSection>
);
