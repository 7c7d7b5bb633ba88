import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isAction, isProvenAction, shapeOfAction } from "@/lib/web/action";

jest.mock("@/lib/web/session", () => ({}));
jest.mock("next/headers", () => ({}));
jest.mock("next/navigation", () => ({}));
jest.mock("next/server", () => ({}));

const root = path.join(__dirname, "../..");
const sources = ["app", "components", "lib", "emails"].flatMap((folder) =>
  (readdirSync(path.join(root, folder), { recursive: true }) as string[])
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`),
);
const files = sources.filter((file) => /^app\/(?:.*\/)?actions\.ts$/.test(file));

it("finds the actions", () => {
  expect(files.length).toBeGreaterThan(15);
});

it("a browser can call only files named actions.ts, and everything in them", () => {
  const says = (file: string) => /["']use server["']/.test(readFileSync(path.join(root, file), "utf8"));
  expect(sources.filter(says)).toEqual(files);
  for (const file of files) expect(readFileSync(path.join(root, file), "utf8")).toMatch(/^"use server";\n/);
});

it.each(files)(
  "every export of %s is made by the one wrapper, which checks who is calling and what was sent",
  async (file) => {
    const actions = (await import(path.join(root, file))) as Record<string, unknown>;
    expect(Object.keys(actions).length).toBeGreaterThan(0);
    expect(Object.entries(actions).flatMap(([name, action]) => (isAction(action) ? [] : [name]))).toEqual([]);
  },
);

/** What is done to other people. A message to support, or a file that is only read, changes no one. */
const onPeople = [
  "app/(dashboard)/accounts/requests/[request]/actions.ts",
  "app/(dashboard)/accounts/people/actions.ts",
  "app/(admin)/admin/people/actions.ts",
  "app/(admin)/admin/shared-accounts/actions.ts",
  "app/(admin)/admin/pre-registration/actions.ts",
];

test("every act on other people asks for the password again if it was given too long ago", async () => {
  const without: string[] = [];
  for (const file of onPeople)
    for (const [name, action] of Object.entries((await import(path.join(root, file))) as Record<string, unknown>))
      if (!isProvenAction(action)) without.push(name);
  expect(without).toEqual(["sendManagersFile"]);
});

/** Their fields are data: the commands hold them against the questions that are asked. */
const ofQuestions = [
  "keepReturn",
  "keepSuitability",
  "saveBeds",
  "sendByLink",
  "sendNil",
  "sendReturn",
  "sendSurveyAnswers",
  "sendUnchanged",
  "trySurveyAnswers",
];

test("every action refuses a field that its form does not have", async () => {
  const lenient: string[] = [];
  for (const file of files)
    for (const [name, action] of Object.entries((await import(path.join(root, file))) as Record<string, unknown>)) {
      const shape = shapeOfAction(action);
      if (!shape) continue;
      const refusedKey = shape
        .safeParse({ "no field of ours": "1" })
        .error?.issues.some(({ code }) => code === "unrecognized_keys");
      if (!refusedKey) lenient.push(name);
    }
  expect(lenient.sort()).toEqual(ofQuestions);
});
