import { Body, Container, Head, Heading, Hr, Html, Link, Preview, Section, Text } from "@react-email/components";
import type { ReactNode } from "react";

/** What every email says about the service, from its settings. */
export interface Letterhead {
  service: string;
  organisation: string;
  colour: string;
  /** Where the service is: every link begins with it. */
  origin: string;
  supportName: string;
  supportEmail: string;
  supportPhone: string;
  supportHours: string;
  guidanceEmail: string;
  /** The address that messages come from. */
  sender: string;
  /** Within how many hours a registration is normally decided. */
  decidingHours: number;
}

const font = { fontFamily: "Arial, Helvetica, sans-serif", color: "#212b32" };

interface FrameProps {
  letterhead: Letterhead;
  /** What a mail program shows beside the subject: what to do, by when. */
  preview: string;
  heading: string;
  /** Whom it greets; left out where no one's name is known. */
  name?: string | undefined;
  children: ReactNode;
}

/** A message: its heading, its text, and who to ask. */
export function Frame({ letterhead, preview, heading, name, children }: FrameProps) {
  return (
    <Html lang="en-GB">
      <Head>
        <title>{heading}</title>
      </Head>
      <Preview>{preview}</Preview>
      <Body style={{ backgroundColor: "#f0f4f5", margin: 0, padding: "16px 0", ...font }}>
        <Container style={{ backgroundColor: "#ffffff", maxWidth: "600px", padding: "0 24px 16px" }}>
          <Section style={{ borderBottom: `4px solid ${letterhead.colour}`, padding: "16px 0" }}>
            <Text style={{ ...font, fontSize: "19px", fontWeight: "bold", margin: 0 }}>{letterhead.service}</Text>
          </Section>
          <Heading as="h1" style={{ ...font, fontSize: "24px", lineHeight: "32px", margin: "24px 0 16px" }}>
            {heading}
          </Heading>
          <Para>{name ? `Hello ${name},` : "Hello,"}</Para>
          {children}
          <Help letterhead={letterhead} />
        </Container>
      </Body>
    </Html>
  );
}

function Help({ letterhead }: { letterhead: Letterhead }) {
  const small = { ...font, fontSize: "16px", lineHeight: "24px", color: "#4c6272", margin: "0 0 12px" };
  return (
    <Section>
      <Hr style={{ borderColor: "#d8dde0", margin: "24px 0 16px" }} />
      <Text style={small}>
        Need help? Contact {letterhead.supportName}: {letterhead.supportPhone} ({letterhead.supportHours}) or{" "}
        {letterhead.supportEmail}.
      </Text>
      <Text style={small}>
        {letterhead.service}. {letterhead.organisation}. Please do not reply to this email: no one reads this mailbox.
      </Text>
    </Section>
  );
}

/** A paragraph. */
export const Para = ({ children }: { children: ReactNode }) => (
  <Text style={{ ...font, fontSize: "19px", lineHeight: "28px", margin: "0 0 16px" }}>{children}</Text>
);

/** A heading inside a message. */
export const Subheading = ({ children }: { children: ReactNode }) => (
  <Heading as="h2" style={{ ...font, fontSize: "19px", lineHeight: "28px", margin: "24px 0 8px" }}>
    {children}
  </Heading>
);

/** The one thing to press. */
export const Action = ({ href, children }: { href: string; children: ReactNode }) => (
  <Section style={{ margin: "8px 0 24px" }}>
    <Link
      href={href}
      style={{
        ...font,
        backgroundColor: "#007f3b",
        color: "#ffffff",
        display: "inline-block",
        fontSize: "19px",
        fontWeight: "bold",
        padding: "12px 16px",
        textDecoration: "none",
      }}
    >
      {children}
    </Link>
  </Section>
);

/** A list of points; with `numbered`, of steps. */
export function Points({ points, numbered }: { points: readonly ReactNode[]; numbered?: boolean }) {
  const List = numbered ? "ol" : "ul";
  return (
    <List style={{ ...font, fontSize: "19px", lineHeight: "28px", margin: "0 0 16px", paddingLeft: "24px" }}>
      {points.map((point, i) => (
        <li key={i} style={{ marginBottom: "4px" }}>
          {point}
        </li>
      ))}
    </List>
  );
}

/** Facts in lines: what, and its value. */
export const FactLines = ({ facts }: { facts: readonly (readonly [what: string, value: string])[] }) => (
  <Section style={{ backgroundColor: "#f0f4f5", margin: "0 0 16px", padding: "12px 16px" }}>
    {facts.map(([what, value]) => (
      <Text key={what} style={{ ...font, fontSize: "19px", lineHeight: "28px", margin: "0 0 4px" }}>
        <strong>{what}:</strong> {value}
      </Text>
    ))}
  </Section>
);
