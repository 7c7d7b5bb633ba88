import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { EVERYTHING, migrations, schema, withSchemaEngine } from "./schema-engine";

/** Writes the SQL from the existing migrations to the current schema, to be read and finished by hand. */
async function nextMigration(url: string, name: string): Promise<void> {
  const history = migrations();
  const script = await withSchemaEngine(url, async (engine) => {
    const from = { tag: "migrations" as const, ...history };
    const to = { tag: "schemaDatamodel" as const, ...schema() };
    const params = { from, to, script: true, exitCode: false, filters: EVERYTHING };
    return (await engine.diff(params)).stdout ?? "";
  });
  const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join(history.baseDir, `${time}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "migration.sql"), script);
  console.log(
    `Wrote ${path.relative(process.cwd(), folder)}/migration.sql: read it, and add what the schema cannot express.`,
  );
}

void nextMigration(process.env.SHADOW_DATABASE_URL ?? "", process.argv[2] ?? "").then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(`No migration was written. ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  },
);
