import { db } from "@/lib/db";
import { limitsOfLogin } from "./connection";

/** The settings of the database, and the rights of the app's login, that our promises depend on. */
export interface DatabaseState {
  fsync: string;
  fullPageWrites: string;
  synchronousCommit: string;
  /** Whether the app's login may do anything at all. */
  superuser: boolean;
  /** Whether it may make or change tables, schemas, databases or roles. */
  ddl: boolean;
  /** Whether a demo was put into it: people whose password is known to everyone. */
  demo: boolean;
}

/** The state of the database as the app's own login finds it. */
export async function databaseState(): Promise<DatabaseState> {
  const [state] = await db.$queryRaw<DatabaseState[]>`
    select current_setting('fsync') as "fsync", current_setting('full_page_writes') as "fullPageWrites",
           current_setting('synchronous_commit') as "synchronousCommit", rolsuper as "superuser",
           rolcreaterole or rolcreatedb
             or has_database_privilege(current_database(), 'create')
             or exists (select from pg_namespace where nspname !~ '^pg_' and has_schema_privilege(oid, 'create'))
             or exists (select from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                           and pg_has_role(relowner, 'member')) as "ddl",
           exists (select from setting where key = 'demo_password') as "demo"
      from pg_roles where rolname = current_user`;
  if (!state) throw new Error("The database does not know the app's login.");
  return state;
}

/** The limits that the app relies on and its connections lack: none, unless a pooler hands connections on. */
export async function missingLimits(): Promise<string[]> {
  const names = Object.keys(limitsOfLogin);
  const found = await db.$queryRaw<{ name: string; setting: string }[]>`
    select lower(name) as name, setting from pg_settings where lower(name) = any(${names})`;
  const settings = new Map(found.map(({ name, setting }) => [name, setting]));
  return Object.entries(limitsOfLogin).flatMap(([name, value]) => (settings.get(name) === value ? [] : [name]));
}

/**
 * What is wrong with a database that returns are to be kept in, a sentence each: an acknowledged return must survive a
 * crash of its machine, and the app's login must not be able to change what is kept.
 */
export function databaseFaults(state: DatabaseState): string[] {
  const kept = ["on", "remote_apply"].includes(state.synchronousCommit);
  return [
    ...(state.fsync === "on" ? [] : ["fsync is off: a return could be lost in a crash"]),
    ...(state.fullPageWrites === "on" ? [] : ["full_page_writes is off: a crash could damage what is kept"]),
    ...(kept ? [] : [`synchronous_commit is ${state.synchronousCommit}: a return could be acknowledged and then lost`]),
    ...(state.demo ? ["it was filled by a demo, whose people sign in with a password that was shown to everyone"] : []),
    ...(state.superuser
      ? ["DATABASE_URL signs in as a superuser, who could change anything"]
      : state.ddl
        ? ["DATABASE_URL signs in as someone who may change tables: it must be a member of capacity_app alone"]
        : []),
  ];
}
