import { HowTo } from "@/app/shell/how-to/how-to";
import { StateTag } from "@/app/(dashboard)/returns/state-tag";
import { InsetText, Page, Tile, Tiles } from "@/components/ui";
import { now } from "@/lib/clock";
import { formatMonth } from "@/lib/format";
import { homeOf } from "@/lib/home/home";
import { currentUser } from "@/lib/web/session";
import { Steps } from "./steps";
import { StillRight } from "./still-right";

/** What wants this person now, and everything else they may do. */
export default async function HomePage() {
  const user = await currentUser();
  const { month, wants, nothingYet } = await homeOf(user, now());
  return (
    <Page heading={`Hello, ${user.onBehalfOf ?? user.name}`} title="Home" caption={formatMonth(month)} width="wide">
      {nothingYet && (
        <InsetText>
          <p>
            You do not have access to any locations or areas yet. We will email you when your request is decided. You
            can ask for access under <a href="/accounts/access">My access</a>.
          </p>
        </InsetText>
      )}
      <Tiles>
        {wants.map(({ key, title, href, says, figure, urgency, stands, confirms, steps }) => (
          <Tile
            key={key}
            title={title}
            href={href}
            figure={figure}
            wants={urgency === "now"}
            done={urgency === "done"}
            state={stands && <StateTag {...stands} />}
          >
            {steps && <Steps says={says} steps={steps} />}
            {steps ? null : confirms ? <StillRight says={says} confirms={confirms} /> : says}
          </Tile>
        ))}
      </Tiles>
      <HowTo of="home" />
    </Page>
  );
}
