import { db } from "@/lib/db";
import { keptEmail } from "@/lib/email/queries";
import { receipt } from "@/lib/returns/queries";
import { receiptFigures, receiptLines } from "@/lib/returns/receipt-words";
import { submitReturn } from "@/lib/returns/submit-return";
import { type Cast, cast, inWindow } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { filingOf, rosewoodTyped } from "@/tests/support/returns";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});

/** Files, and reads the message that goes out: its text on one line, and its HTML. */
async function mailed(filing: ReturnType<typeof filingOf>) {
  const filed = await submitReturn(world.users.amina, filing, inWindow);
  if (!filed.ok) throw new Error(filed.problems.map(({ message }) => message).join("; "));
  const { id } = await db.email.findFirstOrThrow({ where: { template: "receipt" } });
  const drawn = (await keptEmail(id, inWindow))?.drawn;
  const seen = await receipt(world.users.amina, filed.value.reference);
  if (!drawn || !seen) throw new Error("There is no message or no receipt");
  return { ...drawn, text: drawn.text.replace(/\s+/g, " "), seen };
}

const typed = {
  ...rosewoodTyped,
  "beds.GEN_RES.capacity": "45",
  "accept.beds.over_cqc": "yes",
  "reason.beds.over_cqc": "See www.elsewhere.example, the new wing",
};

test("the message holds what the receipt on screen says, in plain text and in HTML: beds, answers, what was confirmed", async () => {
  const { text, html, seen } = await mailed(filingOf(world.at.rosewood, { typed }));
  for (const [label, value] of [...receiptLines(seen), ...receiptFigures(seen).flatMap(({ lines }) => lines)]) {
    if (value.includes("elsewhere")) continue;
    expect(text).toContain(`${label}: ${value}`);
    expect(html).toContain(value);
  }
  expect(text).toContain(
    "General residential: 45 beds in total, 16 occupied, 1 reserved, 2 accepting admissions, 26 unavailable",
  );
  expect(text).toContain("Hours paid: 4,120.5 hours");
  expect(text).toContain("CQC has registered 40");
  expect(text).toContain("the new wing");
  expect(text + html).not.toContain("www.elsewhere.example");
});

test("the outbox holds no figures: they are read when the message is sent", async () => {
  await submitReturn(world.users.amina, filingOf(world.at.rosewood), inWindow);
  const { props } = await db.email.findFirstOrThrow({ where: { template: "receipt" } });
  expect(JSON.stringify(props)).not.toMatch(/nurses|4120|occupied/);
});

test("the message of a nil return says why there was nothing to report", async () => {
  const nil = { reason: "no_staff", note: "Since 1 November" };
  const { text } = await mailed(filingOf(world.at.rosewood, { typed: {}, nil, source: "nil" }));
  expect(text).toMatch(/Nil return: [^.]+\. Since 1 November/);
});
