import { HowTo } from "@/app/shell/how-to/how-to";
import { Details, Page, SummaryList, Tag } from "@/components/ui";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { formatCount, formatDateTime, formatNumber } from "@/lib/format";
import { measuredReplicaState, type ReplicaState } from "@/lib/database/replica";
import { supportUser } from "@/lib/web/session";

/** How the replica is doing, if there is one: dashboards, reports and Find are read from it. */
export default async function DatabasePage() {
  await supportUser();
  const replica = await measuredReplicaState();
  const { READ_LAG_SECONDS } = env();
  return (
    <Page
      heading="Database"
      caption="Admin"
      back={{ href: "/admin", label: "Admin" }}
      summary={`As of ${formatDateTime(now())}.`}
    >
      <HowTo of="database" />
      <SummaryList
        rows={[
          { label: "Main server", value: <Tag colour="green">In use</Tag> },
          { label: "Replica", value: <StateOf replica={replica} /> },
          ...behindInWords(replica).map(([label, value]) => ({ label, value })),
        ]}
      />
      <Details summary="What the replica is for">
        <p>
          The main server takes everything that is filed, and sends it on to the replica. Dashboards, reports and Find
          read from the replica, so that people who look do not slow down people who file. Anyone who has just sent
          something is shown the main server’s figures for {formatCount("second", READ_LAG_SECONDS + 1)}.
        </p>
        <p>
          If the replica is away, or more than {formatCount("second", READ_LAG_SECONDS)} behind, everything is read from
          the main server. No one needs to do anything in the service. Tell whoever looks after the servers.
        </p>
      </Details>
    </Page>
  );
}

function StateOf({ replica }: { replica: ReplicaState }) {
  if (replica.state === "none") return "Not set up: everything is read from the main server";
  if (replica.state === "away")
    return (
      <>
        <Tag colour="red">Not used: away</Tag> {replica.why}
      </>
    );
  if (replica.state === "behind") return <Tag colour="yellow">Not used: too far behind</Tag>;
  return <Tag colour="green">In use</Tag>;
}

function behindInWords(replica: ReplicaState): [string, string][] {
  if (replica.state === "none" || replica.state === "away") return [];
  const { seconds, bytes } = replica;
  return [
    ["Behind by", seconds === null ? "More than ten minutes" : formatCount("second", Math.round(seconds))],
    ["Still to be copied", `${formatNumber(Math.ceil(bytes / 1024))} kB`],
  ];
}
