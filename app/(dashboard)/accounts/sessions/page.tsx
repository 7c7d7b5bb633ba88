import { ActionForm, HiddenField, NotificationBanner, Page, SubmitButton, Table, Tag } from "@/components/ui";
import { browserName } from "@/lib/accounts/browser-name";
import { openSessions, type OpenSession } from "@/lib/accounts/queries";
import { now } from "@/lib/clock";
import { formatAgo, formatDateTime } from "@/lib/format";
import { currentUser } from "@/lib/web/session";
import { endAll, endOne } from "./actions";

export default async function SessionsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const user = await currentUser();
  const at = now();
  const sessions = await openSessions(user, at);
  const who = (session: OpenSession) => (session.onBehalfOf ? `${session.onBehalfOf}, ` : "");
  return (
    <Page
      heading="Where you are signed in"
      width="wide"
      back={{ href: "/accounts", label: "Accounts" }}
      summary="If you do not recognise one of these, end it and change your password."
      banner={(await searchParams).ended === "yes" && <NotificationBanner success heading="That session has ended." />}
    >
      <Table
        caption="Open sessions"
        captionHidden
        rows={sessions}
        rowKey={(session) => session.handle}
        columns={[
          {
            key: "browser",
            heading: "Browser",
            rowHeader: true,
            cell: (session) => (
              <>
                {who(session) + browserName(session.browser)}{" "}
                {session.handle === user.session && <Tag colour="green">This one</Tag>}
              </>
            ),
          },
          {
            key: "address",
            heading: "Internet address",
            cell: (session) => session.address ?? "Not known",
            hideOnPhone: true,
          },
          { key: "createdAt", heading: "Signed in", cell: (session) => formatDateTime(session.createdAt) },
          { key: "seenAt", heading: "Last used", cell: (session) => formatAgo(session.seenAt, at) },
          {
            key: "end",
            heading: "End session",
            cell: (session) => (
              <ActionForm action={endOne}>
                <HiddenField name="handle" value={session.handle} />
                <SubmitButton look="secondary" small pending="Ending…">
                  {session.handle === user.session ? "Sign out" : "End session"}
                </SubmitButton>
              </ActionForm>
            ),
          },
        ]}
      />
      <ActionForm action={endAll}>
        <SubmitButton look="warning" pending="Signing out…">
          Sign out everywhere
        </SubmitButton>
      </ActionForm>
    </Page>
  );
}
