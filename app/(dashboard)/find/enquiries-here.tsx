import { InsetText } from "@/components/ui";
import type { LiveEnquiry } from "@/lib/capacity/enquiries";
import { askingInWords } from "@/lib/capacity/enquiry";

/** Who is asking about beds of one place, as the home and others who search see it. */
export function EnquiriesHere({ enquiries, now }: { enquiries: readonly LiveEnquiry[]; now: Date }) {
  if (enquiries.length === 0) return null;
  return (
    <InsetText>
      {enquiries.map((enquiry) => (
        <p key={enquiry.id}>
          {askingInWords(enquiry, now)}
          {enquiry.note && ` They say: ${enquiry.note}`}
        </p>
      ))}
      <p>An enquiry holds no bed. It ends by itself.</p>
    </InsetText>
  );
}
