import { Section } from "@react-email/components";
import { formatMonth } from "@/lib/format";
import { Action, FactLines, Frame, Para, Subheading } from "./parts/frame";
import type { Template } from "./parts/message";

const Receipt: Template<"receipt"> = ({ letterhead, name, lines, figures, ...filed }) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading={`We have the ${formatMonth(filed.month)} return of ${filed.location}`}
    preview={`Your reference is ${filed.reference}.${filed.late ? "" : " There is nothing more to do."}`}
  >
    <FactLines facts={lines} />
    {filed.late && (
      <Para>
        We received it after the window closed, so it does not count for the window. We have kept it, marked as late. If
        you also filed in time, that return still counts.
      </Para>
    )}
    {figures.map(({ title, lines }) => (
      <Section key={title}>
        <Subheading>{title}</Subheading>
        <FactLines facts={lines} />
      </Section>
    ))}
    <Action href={`${letterhead.origin}${filed.path}`}>Sign in to see or print this receipt</Action>
    <Para>
      Anyone you give the reference and the check code can check this receipt at {letterhead.origin}/receipts/check.
      They will not see your figures.
    </Para>
    <Para>
      If a figure was wrong, file again. The last return you file before the window closes is the one that counts.
    </Para>
  </Frame>
);
Receipt.example = {
  name: "Amina Khan",
  location: "Rosewood House",
  collection: "Care home return",
  month: "2026-11",
  reference: "RET-7K3M-29QX",
  checkCode: "29QX-4HJP",
  submittedAt: "2026-11-12T10:15:00.000Z",
  late: false,
  how: "Filed online",
  path: "/returns/1/care_home/receipt",
  lines: [
    ["Reference", "RET-7K3M-29QX"],
    ["Check code", "29QX-4HJP"],
    ["Location", "Rosewood House (1-123456789)"],
    ["Provider", "Rosewood Care"],
    ["Collection", "Care home return"],
    ["Window", "November 2026, closing 11:59pm on 16 November 2026"],
    ["Filed at", "10:15am on 12 November 2026"],
    ["Filed by", "Amina Khan"],
    ["How", "Filed online"],
    ["Counts for the window", "Yes"],
  ],
  figures: [
    {
      title: "Beds",
      lines: [
        ["General residential", "20 beds in total, 16 occupied, 1 reserved, 2 accepting admissions, 1 unavailable"],
      ],
    },
    {
      title: "Staff",
      lines: [
        ["Registered nurses employed", "4"],
        ["Care workers employed", "24"],
      ],
    },
  ],
};
export default Receipt;
