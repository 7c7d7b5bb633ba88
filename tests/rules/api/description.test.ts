import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import Ajv2020 from "ajv/dist/2020";
import { description } from "@/lib/api/description";
import { operations } from "@/lib/api/operations";
import { startingBedTypes } from "@/lib/questions/bed-types";
import { usualSeasons } from "@/lib/questions/seasons";
import { questionsAsked } from "@/lib/questions/asked";
import { collectionKeys } from "@/lib/questions/collections";
import { holidaysByRule } from "@/lib/windows/bank-holidays";
import type { Calendar } from "@/lib/windows/calendar";
import { careHomeTyped, fluTyped } from "@/tests/support/rosewood";
import { sentFrom } from "@/tests/support/sent";

const calendar: Calendar = {
  ...{ holidays: holidaysByRule, extensions: [], switched: {}, switchedAt: () => ({}), owedFrom: null },
  seasonsIn: usualSeasons,
  bedTypesFor: () => startingBedTypes.care_home,
  bedTypesStated: () => startingBedTypes.care_home,
};
const month = "2026-11";
const described = description(calendar, month, { origin: "https://tracker.example", name: "Capacity Tracker" });

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema({ $id: "https://tracker.example/", ...described });
const fits = (name: string, value: unknown) =>
  ajv.getSchema(`https://tracker.example/#/components/schemas/${name}`)?.(value);

test("every address that answers systems is described, and every one described is there", () => {
  const root = path.join(__dirname, "../../../app/api/v1");
  const routes = (readdirSync(root, { recursive: true }) as string[]).filter((file) => /route\.ts$/.test(file));
  const there = routes
    .filter((file) => !file.startsWith("openapi.json"))
    .flatMap((file) =>
      [...readFileSync(path.join(root, file), "utf8").matchAll(/export const (GET|POST)/g)].map(
        ([, method = ""]) =>
          `${method.toLowerCase()} /${path.dirname(file).replace(/^\.$/, "").replaceAll("[", "{").replaceAll("]", "}")}`,
      ),
    );
  const said = operations.map(({ method, path: at }) => `${method} ${at || "/"}`);
  expect(there.sort()).toEqual(said.sort());
});

test("every schema is one, and every name that is referred to is there", () => {
  const names = Object.keys(described.components.schemas);
  expect(names.length).toBeGreaterThan(15);
  for (const name of names) expect(ajv.getSchema(`https://tracker.example/#/components/schemas/${name}`)).toBeDefined();
});

test("each collection's schema has exactly the questions that are asked this month", () => {
  for (const collection of collectionKeys) {
    const schema = described.components.schemas[`Return_${collection}`] as {
      properties: { answers: { properties: object } };
    };
    expect(Object.keys(schema.properties.answers.properties).sort()).toEqual(
      questionsAsked(collection, month, usualSeasons(month))
        .map(({ key }) => key)
        .sort(),
    );
  }
});

test("a sound return fits its schema, and one with a strange field, a figure below nought or none at all does not", () => {
  const sound = sentFrom({ ...careHomeTyped, ...fluTyped, hours_paid: "4120.5" });
  expect(fits("Return_care_home", sound)).toBe(true);
  const changed = (answers: object) =>
    fits("Return_care_home", { ...sound, answers: { ...sound.answers, ...answers } });
  expect(changed({ nurses_employed: -1 })).toBe(false);
  expect(changed({ nurses_employed: "four" })).toBe(false);
  expect(changed({ strange: 1 })).toBe(false);
  expect(fits("Return_care_home", {})).toBe(false);
  expect(fits("Return_care_home", { nil: { reason: "no_people" } })).toBe(true);
});
