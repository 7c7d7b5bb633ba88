import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, DriverAdapterError } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { MigrationList, SchemaEngine, SchemasContainer } from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { connection } from "./connection";

const PRISMA = path.join(__dirname, "../../prisma");

/** The schema has no external tables and no external enums. */
export const EVERYTHING = { externalTables: [], externalEnums: [] };

/**
 * Runs `work` with Prisma's migration engine as WebAssembly, over node-postgres. `prisma migrate` would download the
 * same engine as a program.
 */
export async function withSchemaEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  await load();
  const servers = new WholeScripts(connection(url));
  const datamodels = schema().files.map(({ path: file, content }): [string, string] => [file, content]);
  const adapter = bindMigrationAwareSqlAdapterFactory(servers);
  const engine = await bindings.SchemaEngine.new({ datamodels }, () => undefined, adapter);
  try {
    return await work(engine);
  } finally {
    engine.free();
    await servers.close();
  }
}

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;

/** The stock adapter splits a script at every semicolon, even inside a function's body. This one sends it whole. */
class WholeScripts extends PrismaPg {
  private readonly opened: Adapter[] = [];
  private readonly shadows: string[] = [];

  constructor(private readonly fields: pg.PoolConfig) {
    super(fields);
  }

  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    this.opened.push(adapter);
    return whole(adapter);
  }

  /** The stock adapter drops its database while still connected to it, which PostgreSQL refuses. */
  override async connectToShadowDb(): Promise<Adapter> {
    const database = `shadow_${randomUUID()}`;
    const main = await this.connect();
    await main.underlyingDriver().query(`CREATE DATABASE "${database}"`);
    this.shadows.push(database);
    return whole(await new PrismaPg({ ...this.fields, database }).connect());
  }

  async close(): Promise<void> {
    const [main] = this.opened;
    for (const database of main ? this.shadows : []) {
      await main?.underlyingDriver().query(`DROP DATABASE "${database}" WITH (FORCE)`);
    }
    for (const adapter of this.opened) if (!adapter.underlyingDriver().ended) await adapter.dispose();
  }
}

function whole(adapter: Adapter): Adapter {
  const pool = adapter.underlyingDriver();
  adapter.executeScript = async (script) => {
    await pool.query(script).catch((error: unknown) => {
      throw error instanceof pg.DatabaseError ? asEngineSees(error, script) : error;
    });
  };
  knowingLetters(adapter);
  return adapter;
}

/**
 * The catalogue has columns of one letter ("char", type 18), which the stock adapter does not know: they pass through
 * it as text and get their true type afterwards. The engine asks an adapter one thing at a time.
 */
function knowingLetters(adapter: Adapter): void {
  const pool = adapter.underlyingDriver();
  const query = pool.query.bind(pool) as (...asked: unknown[]) => Promise<pg.QueryResult>;
  let letters: number[] = [];
  pool.query = (async (...asked: unknown[]) => {
    const result = await query(...asked);
    letters = ((result as Partial<pg.QueryResult>).fields ?? []).flatMap((field, at) =>
      field.dataTypeID === LETTER ? [at] : [],
    );
    for (const at of letters) Object.assign(result.fields[at] ?? {}, { dataTypeID: TEXT });
    return result;
  }) as typeof pool.query;
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (asked) => {
    const result = await queryRaw(asked);
    for (const at of letters) result.columnTypes[at] = ColumnTypeEnum.Character;
    return result;
  };
}

const LETTER = 18;
const TEXT = 25;

function asEngineSees(error: pg.DatabaseError, script: string): Error {
  const line = error.position ? ` (line ${script.slice(0, Number(error.position)).split("\n").length})` : "";
  return new DriverAdapterError({
    kind: "postgres",
    code: error.code ?? "N/A",
    severity: error.severity ?? "ERROR",
    message: `${error.message}${line}`,
    detail: error.detail,
    column: error.column,
    hint: error.hint,
  });
}

/** The engine writes here why it panicked before it stops. */
Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (said: string) => console.error(said) } });

let loaded: Promise<void> | undefined;

const load = () =>
  (loaded ??= (async () => {
    const script = createRequire(__filename).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
    const program = readFileSync(script.replace(/\.js$/, ".wasm"));
    const { instance } = await WebAssembly.instantiate(program, { "./schema_engine_bg.js": { ...bindings } });
    bindings.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
  })());

/** The current schema: every .prisma file in prisma/schema. */
export function schema(folder = path.join(PRISMA, "schema")): SchemasContainer {
  const files = readdirSync(folder).filter((name) => name.endsWith(".prisma"));
  return {
    files: files.sort().map((name) => {
      const file = path.join(folder, name);
      return { path: file, content: readFileSync(file, "utf8") };
    }),
  };
}

/** The current migrations, oldest first, in the form that the engine takes. */
export function migrations(folder = path.join(PRISMA, "migrations")): MigrationList {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const lock = path.join(folder, "migration_lock.toml");
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: existsSync(lock) ? readFileSync(lock, "utf8") : null },
    shadowDbInitScript: "",
    migrationDirectories: names
      .map(({ name }) => name)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok", value: readFileSync(path.join(folder, name, "migration.sql"), "utf8") },
        },
      })),
  };
}
