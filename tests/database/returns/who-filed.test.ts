import { db } from "@/lib/db";
import { submitReturn } from "@/lib/returns/submit-return";
import { cast, inWindow } from "@/tests/support/cast";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import { filingOf } from "@/tests/support/returns";

beforeEach(emptyDatabase);

test("a return and its beds are their own audit: each row holds who filed it, when and on whose behalf", async () => {
  const { users, at } = await cast();
  const night = { ...users.shared, onBehalfOf: "Nia of the night shift" };
  expect((await submitReturn(night, filingOf(at.rosewood), inWindow)).ok).toBe(true);
  const who = { onBehalfOf: "Nia of the night shift" };
  expect(await db.return.findMany()).toMatchObject([{ ...who, submittedById: night.id, submittedAt: inWindow }]);
  expect(await db.bedUpdate.findMany()).toMatchObject([{ ...who, byId: night.id, at: inWindow }]);
});

test("the database refuses returns and beds that name no one, or that name someone who has no account", async () => {
  const owner = await asOwner();
  const { rows } = await owner.query<{ name: string }>(`
    select c.conrelid::regclass || '.' || a.attname as name
      from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey) and a.attnotnull
     where c.contype = 'f' and c.confrelid = 'account'::regclass and c.conrelid in ('"return"'::regclass, 'bed_update'::regclass)
     order by 1`);
  expect(rows.map(({ name }) => name)).toEqual(["bed_update.by_id", "return.submitted_by_id"]);
});
