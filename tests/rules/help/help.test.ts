import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import demoAccounts from "@/prisma/seed/demo-accounts.json";
import { helpFound, nearest } from "@/app/(public)/help/search";
import { answerText, topics } from "@/app/(public)/help/topics";
import { videoOf } from "@/app/(public)/help/videos";
import { guides } from "@/app/shell/guides";
import { accountKinds } from "@/lib/access/kinds";
import { asUser } from "@/lib/access/user";
import { forgetEnv } from "@/lib/env";

/** Answers name addresses that the settings give. */
beforeAll(() => {
  Object.assign(process.env, {
    SERVICE_MODE: "demo",
    APP_ORIGIN: "http://localhost:3000",
    DATABASE_URL: "postgresql://nobody",
    SECRET_KEY: "0123456789abcdefghijklmnopqrstuvwxyz",
  });
});

const shots = guides.flatMap(({ steps }) => steps.flatMap(({ shot }) => shot ?? []));
const pictures = path.join(__dirname, "../../../public/guides");

test("every kind of account has a guide beside registering", () => {
  const person = { id: 1, name: "A", email: "a@demo.example", generic: false, findsCapacity: false, session: "s" };
  const grants = [{ level: "approver", locationId: 1 } as const];
  const without = accountKinds.filter(
    (kind) => guides.filter((guide) => guide.isFor(asUser({ ...person, kind, grants }))).length < 2,
  );
  expect(without).toEqual([]);
});

test("each picture of a guide has been taken, and none is left over", () => {
  expect(existsSync(pictures)).toBe(true);
  expect(readdirSync(pictures).sort()).toEqual(shots.map(({ name }) => `${name}.png`).sort());
});

test("each picture is seen as someone of the demo, and says what it shows", () => {
  const people = JSON.stringify(demoAccounts);
  for (const { as, alt } of shots) {
    if (as !== "") expect(people).toContain(as.split("@")[0]);
    expect(alt.length).toBeGreaterThan(10);
  }
});

test("addresses of help are not given twice", () => {
  const slugs = [...topics().map(({ slug }) => slug), "guides", "questions"];
  expect(new Set(slugs).size).toBe(slugs.length);
});

test.each([
  ["fine", "/help/fine"],
  ["How do I register?", "/help/guides/register"],
  ["nil return", "/help/nil-return"],
  ["locked", "/help/locked-out"],
  ["IT team", "/help/managed-computers"],
  ["returns", "/help/guides/file-a-return"],
])("a search for “%s” finds %s", (search, href) => {
  expect(helpFound(search).map((one) => one.href)).toContain(href);
});

test("a search that finds nothing offers what comes nearest, if anything does", () => {
  expect(helpFound("receipt for a unicorn")).toEqual([]);
  expect(nearest("receipt for a unicorn").map(({ href }) => href)).toContain("/help/receipt");
  expect(nearest("qqqq")).toEqual([]);
  expect(helpFound("the of")).toEqual([]);
});

test("points of an answer stand together as one list", () => {
  const topic = topics().find(({ slug }) => slug === "managed-computers");
  expect(topic && answerText(topic)).toMatch(/three things:\n\n- Allow .*\n- Add .*\n- Allow .*\n\nIt works/s);
});

test("a guide has a video where the settings name one", () => {
  process.env.HELP_VIDEOS = "file-a-return=https://video.example/a?b=c, find-a-bed=https://video.example/d";
  forgetEnv();
  expect([videoOf("file-a-return"), videoOf("find-a-bed"), videoOf("reports")]).toEqual([
    "https://video.example/a?b=c",
    "https://video.example/d",
    undefined,
  ]);
  delete process.env.HELP_VIDEOS;
  forgetEnv();
});
