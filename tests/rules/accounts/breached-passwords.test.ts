import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isBreached } from "@/lib/accounts/breached-passwords";
import { importBreached } from "@/scripts/import-breached";

const folder = mkdtempSync(join(tmpdir(), "breached-"));
const list = join(folder, "list.txt");
const file = join(folder, "breached.bin");
afterAll(() => rmSync(folder, { recursive: true }));

const sha1 = (password: string) => createHash("sha1").update(password).digest("hex").toUpperCase();

test("every password of an imported list is found, and no other", async () => {
  const stolen = Array.from({ length: 1000 }, (_, i) => `stolen ${i}`);
  const lines = stolen.map((password, i) => `${sha1(password)}:${i + 1}`).sort();
  writeFileSync(list, `${lines.join("\r\n")}\r\n`);
  expect(await importBreached(list, file)).toBe(1000);
  for (const password of stolen) expect(await isBreached(password, file)).toBe(true);
  for (let i = 0; i < 200; i++) expect(await isBreached(`kept ${i}`, file)).toBe(false);
});

test("a list that is out of order, or is not a list of SHA-1s, is refused and the line named", async () => {
  writeFileSync(list, `${"B".repeat(40)}:1\n${"A".repeat(40)}:1\n`);
  await expect(importBreached(list, file)).rejects.toThrow("Line 2 is out of order");
  writeFileSync(list, "password:1\n");
  await expect(importBreached(list, file)).rejects.toThrow("Line 1 does not begin with a SHA-1");
});

test("an empty file holds nothing", async () => {
  writeFileSync(file, "");
  expect(await isBreached("anything", file)).toBe(false);
});
