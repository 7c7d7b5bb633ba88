import fc from "fast-check";
import { filingSent } from "@/lib/api/file-by-key";
import { readJson, returnSent } from "@/lib/api/sent-body";
import { questionsAsked } from "@/lib/questions/asked";
import { usualSeasons } from "@/lib/questions/seasons";
import { checkFiling } from "@/lib/returns/check-filing";
import { formField, postedForm } from "@/lib/returns/form-fields";
import { hawthorn, inNovember, randomReturn, ticked } from "@/tests/support/random-returns";
import { sentFrom } from "@/tests/support/sent";

/** As a browser posts the page: the form's own fields, and every answer in page order. */
function formOf(collection: "care_home" | "home_care", answers: Record<string, string>): FormData {
  const form = new FormData();
  form.append(formField.location, "7");
  form.append(formField.collection, collection);
  form.append(formField.key, "form-1");
  for (const [name, text] of Object.entries(answers)) form.append(name, text);
  return form;
}

/** As a workbook holds it: a row of question key and text, in any order, blank cells left out. */
function rowsOf(answers: Record<string, string>, seed: number): [string, string][] {
  const rows = Object.entries(answers).filter(([, text]) => text !== "");
  return rows
    .map((row, at) => ({ row, place: ((at + 1) * 7919 + seed) % 1009 }))
    .sort((a, b) => a.place - b.place)
    .map(({ row }) => row);
}

/** As another system sends it: JSON, read and turned into a filing by the same code as the API's. */
function bySystem(collection: "care_home" | "home_care", answers: Record<string, string>) {
  const sent = returnSent.parse(readJson(JSON.stringify(sentFrom(answers))));
  return checkFiling(hawthorn, filingSent({ locationId: 7, collection }, sent, "api-1"), inNovember);
}

test("form, command, a reader of rows and another system give the same verdict and sentences on 10,000 random returns", () => {
  let accepted = 0;
  fc.assert(
    fc.property(randomReturn, ([collection, given, seed]) => {
      const answers = seed % 2 === 0 ? ticked(collection, given) : given;
      const filing = { locationId: 7, collection, idempotencyKey: "form-1", source: "form" as const };
      const direct = checkFiling(hawthorn, { ...filing, typed: answers }, inNovember);
      const posted = postedForm(Object.fromEntries(formOf(collection, answers)) as Record<string, string>);
      const byForm = checkFiling(hawthorn, { ...filing, typed: posted?.typed ?? {} }, inNovember);
      const byRows = checkFiling(
        hawthorn,
        { ...filing, typed: Object.fromEntries(rowsOf(answers, seed)), source: "workbook" },
        inNovember,
      );
      const verdict = JSON.stringify(direct);
      if (JSON.stringify(byForm) !== verdict) expect(byForm).toEqual(direct);
      if (JSON.stringify(byRows) !== verdict) expect(byRows).toEqual(direct);
      const byApi = bySystem(collection, answers);
      if (JSON.stringify(byApi) !== verdict) expect(byApi).toEqual(direct);
      if (direct.ok) accepted++;
    }),
    { numRuns: 10_000 },
  );
  expect(accepted).toBeGreaterThan(1000);
});

test("no accepted return breaks a rule: what is kept is accepted again, word for word", () => {
  fc.assert(
    fc.property(randomReturn, ([collection, given]) => {
      const answers = ticked(collection, given);
      const filing = { locationId: 7, collection, idempotencyKey: "form-1", source: "form" as const };
      const checked = checkFiling(hawthorn, { ...filing, typed: answers }, inNovember);
      if (!checked.ok) return;
      const { answers: kept, beds } = checked.value;
      for (const question of questionsAsked(collection, "2026-11", usualSeasons("2026-11"))) {
        const answer = kept?.[question.key] ?? null;
        if (typeof answer === "number") expect(answer).toBeGreaterThanOrEqual(0);
        if (question.mayBeBlank === undefined && !question.onlyIf) expect(answer).not.toBeNull();
      }
      for (const count of Object.values(beds?.types ?? {}))
        expect(count.occupied + count.reserved + count.accepting).toBeLessThanOrEqual(count.capacity);
    }),
    { numRuns: 3_000 },
  );
});
