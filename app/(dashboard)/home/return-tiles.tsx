import { Tag, Tile } from "@/components/ui";
import { formatDateTime } from "@/lib/format";
import type { DueReturn } from "@/lib/returns/queries";

const several = 6;

/** Returns that are due, each with its countdown; one tile for all of them where someone has many. */
export function ReturnTiles({ returns }: { returns: DueReturn[] }) {
  const mandated = returns.filter((one) => one.mandated);
  if (mandated.length === 0) return null;
  if (mandated.length > several) return <AllReturns returns={mandated} />;
  return mandated
    .toSorted((a, b) => Number(wantsFiling(b)) - Number(wantsFiling(a)))
    .map((one) => <OneReturn key={`${one.locationId} ${one.collection}`} due={one} />);
}

/** The way to updates of any day and to what was filed, for those whose returns have tiles of their own. */
export function EveryReturnTile({ returns }: { returns: DueReturn[] }) {
  if (returns.length === 0 || returns.filter((one) => one.mandated).length > several) return null;
  return (
    <Tile title="All your returns" href="/returns">
      Updates you can send on any day, such as business continuity, and your past returns with receipts.
    </Tile>
  );
}

const wantsFiling = ({ state }: DueReturn) => state === "due" || state === "missed";

function OneReturn({ due }: { due: DueReturn }) {
  return (
    <Tile
      title={`${due.label}: ${due.location}`}
      href={due.href}
      wants={wantsFiling(due)}
      done={due.state === "filed" || due.state === "nil"}
      state={<State due={due} />}
    >
      {due.state === "filed" || due.state === "nil"
        ? due.lastFiled && `Filed at ${formatDateTime(due.lastFiled.at)} by ${due.lastFiled.by}.`
        : `${due.sentence}.`}
    </Tile>
  );
}

function State({ due: { state, draft } }: { due: DueReturn }) {
  if (state === "filed")
    return (
      <Tag colour="green" shape="tick">
        Filed
      </Tag>
    );
  if (state === "nil")
    return (
      <Tag colour="green" shape="tick">
        Nil return filed
      </Tag>
    );
  if (state === "missed")
    return (
      <Tag colour="red" shape="cross">
        Missed
      </Tag>
    );
  if (state === "late update")
    return (
      <Tag colour="orange" shape="triangle">
        Updated late
      </Tag>
    );
  if (state === "closed")
    return (
      <Tag colour="grey" shape="cross">
        Closed
      </Tag>
    );
  if (state === "not due") return <Tag colour="grey">Not due yet</Tag>;
  return (
    <Tag colour="yellow" shape="ring">
      {draft ? "Due, started" : "Due"}
    </Tag>
  );
}

function AllReturns({ returns }: { returns: DueReturn[] }) {
  const owing = returns.filter(({ state }) => state !== "closed");
  const waiting = owing.filter(wantsFiling).length;
  const [first] = owing;
  return (
    <Tile title="Monthly returns" href="/returns" figure={waiting} wants={waiting > 0} done={waiting === 0}>
      {waiting === 0
        ? `All ${owing.length} returns are filed.`
        : `of ${owing.length} returns still to file. ${first?.sentence ?? ""}.`}
    </Tile>
  );
}
