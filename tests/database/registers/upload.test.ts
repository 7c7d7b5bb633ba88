import { readFileSync, statSync } from "node:fs";
import { db, disconnect } from "@/lib/db";
import { confirmUpload } from "@/lib/uploads/confirm-upload";
import { discardUpload } from "@/lib/uploads/discard-upload";
import { keepUpload } from "@/lib/uploads/keep-upload";
import { importRun, importRunsPage, upload, uploads } from "@/lib/uploads/queries";
import { previewAgain } from "@/lib/uploads/preview-again";
import { receiveUpload, type Received } from "@/lib/uploads/receive-upload";
import { retryUpload } from "@/lib/uploads/retry-upload";
import { runUpload } from "@/lib/uploads/run-upload";
import { cleanUp } from "@/lib/jobs/clean-up";
import { cast, type Cast } from "@/tests/support/cast";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import { directoryCsv, fileOf, home, importedOn as now } from "@/tests/support/registers";

jest.setTimeout(30_000);
let users: Cast["users"];
beforeEach(async () => {
  await emptyDatabase();
  ({ users } = await cast());
});
afterAll(disconnect);

const hoursOn = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const queued = async () =>
  (await (await asOwner()).query<{ key: string }>("select key from graphile_worker.jobs where key like 'import-%'"))
    .rows;

/** Uploads a file as support does, without its preview. */
async function kept(path: string, name = "directory.csv"): Promise<number> {
  const file = { path, name, bytes: statSync(path).size };
  const outcome = await keepUpload(users.sam, { register: "cqc", full: false, file }, now);
  if (!outcome.ok) throw new Error(outcome.problems[0]?.message);
  return outcome.value.id;
}

const directory = () =>
  directoryCsv("upload.csv", { lines: [home("1-801"), home("1-802"), home("1-803", { "Care home?": "N" })] });
const imported = () => db.location.count({ where: { registerId: { startsWith: "1-80" } } });

test("a preview says what would change and changes nothing; once confirmed, it is imported in the name of who confirmed it", async () => {
  const id = await kept(await directory());
  expect(await queued()).toEqual([{ key: `import-upload:${id}` }]);
  expect(await upload(users.sam, id, now)).toMatchObject({ stage: "previewing", fileName: "directory.csv" });
  await runUpload(id, now);
  const previewed = await upload(users.sam, id, now);
  expect(previewed).toMatchObject({ stage: "previewed", preview: { dryRun: true, rows: 3 }, result: null });
  expect(previewed?.preview?.added).toBeGreaterThan(0);
  expect(await imported()).toBe(0);

  expect(await confirmUpload(users.sam, id, now)).toMatchObject({ ok: true });
  expect(await confirmUpload(users.sam, id, now)).toMatchObject({ ok: false });
  expect(await discardUpload(users.sam, id)).toMatchObject({ ok: false });
  expect(await upload(users.sam, id, now)).toMatchObject({ stage: "importing" });
  await runUpload(id, now);
  await runUpload(id, now);
  const done = await upload(users.sam, id, now);
  expect(done).toMatchObject({ stage: "imported", confirmedBy: users.sam.name, result: { dryRun: false } });
  expect(done?.result?.added).toBe(previewed?.preview?.added);
  expect(await imported()).toBeGreaterThan(0);
  expect(await db.importUploadPart.count()).toBe(0);
  const { rows, total } = await importRunsPage(users.sam, { page: 1, size: 1 });
  expect([total, rows.length, rows[0]?.dryRun, rows[0]?.actor]).toEqual([2, 1, false, users.sam.email]);
  expect(await importRun(users.sam, rows[0]?.id ?? 0)).toMatchObject({ reasons: done?.result?.reasons });
});

test("someone told that a file does not name everything may preview it as the whole register, and change back", async () => {
  const whole = await kept(await directory());
  await runUpload(whole, now);
  await confirmUpload(users.sam, whole, now);
  await runUpload(whole, now);
  const id = await kept(await directoryCsv("part.csv", { lines: [home("1-801")] }));
  expect(await previewAgain(users.sam, { id, full: true }, now)).toMatchObject({ ok: false });
  await runUpload(id, now);
  const previewed = async () => {
    const { stage, full, preview } = (await upload(users.sam, id, now)) ?? {};
    return [stage, full, (preview?.closed ?? 0) > 0, preview?.notices.map(({ kind }) => kind).join()];
  };
  expect(await previewed()).toEqual(["previewed", false, false, "not in the file, left as it is"]);
  expect(await previewAgain(users.sam, { id, full: true }, now)).toMatchObject({ ok: true });
  expect(await previewAgain(users.sam, { id, full: true }, now)).toMatchObject({ ok: false });
  expect(await upload(users.sam, id, now)).toMatchObject({ stage: "previewing" });
  await runUpload(id, now);
  expect(await previewed()).toEqual(["previewed", true, true, "closed: not in the file"]);
  await confirmUpload(users.sam, id, now);
  expect(await previewAgain(users.sam, { id, full: false }, now)).toMatchObject({ ok: false });
});

test("a file that would close most of a register is confirmed with the exact number, or not at all", async () => {
  const many = (to: number) => Array.from({ length: to }, (_, n) => home(`1-80${n}`));
  const whole = await kept(await directoryCsv("whole.csv", { lines: many(60) }));
  await runUpload(whole, now);
  await confirmUpload(users.sam, whole, now);
  await runUpload(whole, now);
  const id = await kept(await directoryCsv("few.csv", { lines: many(2) }));
  await runUpload(id, now);
  await previewAgain(users.sam, { id, full: true }, now);
  await runUpload(id, now);
  const number = (await upload(users.sam, id, now))?.preview?.bulk?.number ?? 0;
  expect(number).toBeGreaterThanOrEqual(58);
  for (const agreed of [undefined, number - 1])
    expect(await confirmUpload(users.sam, id, now, agreed)).toMatchObject({
      ok: false,
      problems: [{ field: "close", message: `Tick the box to close or empty ${number} places` }],
    });
  expect(await confirmUpload(users.sam, id, now, number)).toMatchObject({ ok: true });
  await runUpload(id, now);
  expect(await upload(users.sam, id, now)).toMatchObject({ stage: "imported", result: { closed: number } });
});

test("a wrong file is refused with its sentence, and can be discarded", async () => {
  const id = await kept(fileOf("letter.csv", "%PDF-1.7 a letter"), "letter.csv");
  await runUpload(id, now);
  expect(await upload(users.sam, id, now)).toMatchObject({
    stage: "refused",
    problem: "letter.csv: this file cannot be read here. Choose an .ods, .xlsx, .csv or .jsonl file.",
  });
  expect(await confirmUpload(users.sam, id, now)).toMatchObject({ ok: false });
  expect(await discardUpload(users.sam, id)).toEqual({ ok: true, value: null });
  expect(await upload(users.sam, id, now)).toBeNull();
  expect(await db.importUploadPart.count()).toBe(0);
  const empty = { path: fileOf("empty.csv", ""), name: "empty.csv", bytes: 0 };
  expect(await keepUpload(users.sam, { register: "cqc", full: false, file: empty }, now)).toMatchObject({ ok: false });
});

test("work that was held up by another import, or cut off, can be tried again", async () => {
  const id = await kept(await directory());
  const other = await asOwner();
  await other.query("select pg_advisory_lock(7402611903)");
  await runUpload(id, now);
  await other.query("select pg_advisory_unlock(7402611903)");
  expect(await upload(users.sam, id, now)).toMatchObject({
    stage: "refused",
    problem: "Another import is running. Try again when it has finished.",
  });
  expect(await retryUpload(users.sam, id, now)).toMatchObject({ ok: true });
  expect(await retryUpload(users.sam, id, now)).toMatchObject({ ok: false });
  expect(await upload(users.sam, id, hoursOn(1))).toMatchObject({ stage: "stalled" });
  expect(await retryUpload(users.sam, id, hoursOn(1))).toMatchObject({ ok: true });
  await runUpload(id, hoursOn(1));
  expect(await upload(users.sam, id, hoursOn(1))).toMatchObject({ stage: "previewed" });
});

test("a file is gone after a day", async () => {
  const id = await kept(await directory());
  await runUpload(id, now);
  expect(await upload(users.sam, id, hoursOn(24))).toBeNull();
  expect(await confirmUpload(users.sam, id, hoursOn(24))).toMatchObject({ ok: false });
  expect(await cleanUp(hoursOn(25))).toContain("uploaded files: 1");
  expect(await db.importUploadPart.count()).toBe(0);
});

test("only support can upload, confirm, discard or see any of it", async () => {
  const id = await kept(await directory());
  const file = { path: await directory(), name: "mine.csv", bytes: 10 };
  await expect(keepUpload(users.nate, { register: "cqc", full: false, file }, now)).rejects.toThrow("Not allowed");
  await expect(confirmUpload(users.nate, id, now)).rejects.toThrow("Not allowed");
  await expect(retryUpload(users.nate, id, now)).rejects.toThrow("Not allowed");
  await expect(previewAgain(users.nate, { id, full: true }, now)).rejects.toThrow("Not allowed");
  await expect(discardUpload(users.nate, id)).rejects.toThrow("Not allowed");
  await runUpload(id, now);
  const [run] = (await importRunsPage(users.sam, { page: 1, size: 9 })).rows;
  expect(await upload(users.nate, id, now)).toBeNull();
  expect(await uploads(users.nate, now)).toEqual([]);
  expect(await importRunsPage(users.nate, { page: 1, size: 9 })).toEqual({ rows: [], total: 0 });
  expect(await importRun(users.nate, run?.id ?? 0)).toBeNull();
});

describe("a posted form", () => {
  const posted = (content: string, name: string, most: number, use: (received: Received | null) => unknown) => {
    const form = new FormData();
    form.set("register", "cqc");
    form.set("file", new Blob([content]), name);
    const request = new Request("http://localhost/", { method: "POST", body: form });
    return receiveUpload(request.body, request.headers.get("content-type"), most, (received) =>
      Promise.resolve(use(received)),
    );
  };

  test("a posted form is read to disk under a name of our own, and leaves nothing behind", async () => {
    let at = "";
    await posted("a,b\n", "../../etc/päss<wd>.csv", 100, (received) => {
      at = received?.path ?? "";
      expect(readFileSync(at, "utf8")).toBe("a,b\n");
      expect(received).toMatchObject({ bytes: 4, tooLarge: false });
      expect(received?.name).toMatch(/^[^/<>]*päss wd .csv$/);
      expect(received?.fields.get("register")).toBe("cqc");
    });
    expect(at).toMatch(/upload$/);
    expect(() => statSync(at)).toThrow("ENOENT");
  });

  test("that is too large is kept only up to the limit", async () => {
    await posted("x".repeat(200_000), "large.csv", 1_000, (received) => {
      expect(received).toMatchObject({ tooLarge: true });
      expect(statSync(received?.path ?? "").size).toBe(1_000);
    });
  });

  test("that is cut off, or is not a form, counts as nothing", async () => {
    const cut = new Response('--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nabc').body;
    expect(
      await receiveUpload(cut, "multipart/form-data; boundary=x", 100, (received) => Promise.resolve(received)),
    ).toBeNull();
    expect(
      await receiveUpload(new Response("abc").body, "text/plain", 100, (received) => Promise.resolve(received)),
    ).toBeNull();
    expect(await receiveUpload(null, null, 100, (received) => Promise.resolve(received))).toBeNull();
  });
});
