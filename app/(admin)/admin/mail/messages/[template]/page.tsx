import { notFound } from "next/navigation";
import { EmailPreview, Page, SummaryList } from "@/components/ui";
import { exampleEmail } from "@/lib/email/examples";
import { env } from "@/lib/env";
import { supportUser } from "@/lib/web/session";
import { templateLabel } from "@/app/(admin)/admin/mail/states";

/** How one message looks to its reader, with made-up facts. */
export default async function ExampleMessagePage(props: {
  params: Promise<{ template: string }>;
  searchParams: Promise<{ as?: string | string[] }>;
}) {
  const user = await supportUser();
  const { template } = await props.params;
  const example = await exampleEmail(user, template);
  if (!example) notFound();
  const path = "/admin/mail/messages";
  return (
    <Page
      heading={templateLabel(template)}
      caption="An example: its names and dates are made up"
      width="wide"
      back={{ href: path, label: "Messages that the service sends" }}
    >
      <SummaryList rows={[{ label: "Subject", value: example.subject }]} />
      <EmailPreview
        subject={example.subject}
        text={example.text}
        asText={(await props.searchParams).as === "text"}
        address={`${path}/${template}`}
        origin={env().APP_ORIGIN}
      />
    </Page>
  );
}
