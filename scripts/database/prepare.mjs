import pg from "pg";

/**
 * Creates the database and its three login roles if they are missing: the owner, who migrates and is not a superuser;
 * the app, a member of capacity_app; and the worker, a member of capacity_worker.
 */
export async function prepareDatabase(cluster, name) {
  const admin = new pg.Client({ connectionString: cluster.superuserUrl() });
  await admin.connect();
  try {
    const urls = {};
    for (const part of ["owner", "app", "worker"]) {
      const role = `${name}_${part}`;
      const password = await cluster.password(role);
      await login(admin, role, password, part === "owner" ? "CREATEROLE" : "");
      urls[`${part}Url`] = cluster.url(role, password, name);
    }
    for (const part of ["app", "worker"]) {
      await group(admin, `capacity_${part}`);
      await admin.query(`GRANT capacity_${part} TO "${name}_${part}"`);
      await admin.query(`GRANT capacity_${part} TO "${name}_owner" WITH ADMIN OPTION`);
    }
    await database(admin, name);
    return urls;
  } finally {
    await admin.end();
  }
}

async function login(admin, role, password, rights) {
  const verb = (await exists(admin, "pg_roles", "rolname", role)) ? "ALTER" : "CREATE";
  await admin.query(`${verb} ROLE "${role}" LOGIN ${rights} PASSWORD '${password}'`);
}

async function group(admin, role) {
  if (!(await exists(admin, "pg_roles", "rolname", role))) await admin.query(`CREATE ROLE ${role} NOLOGIN`);
}

async function database(admin, name) {
  if (await exists(admin, "pg_database", "datname", name)) return;
  await admin.query(`CREATE DATABASE "${name}" OWNER "${name}_owner"`);
}

const exists = async (admin, table, column, value) =>
  (await admin.query(`SELECT 1 FROM ${table} WHERE ${column} = $1`, [value])).rowCount > 0;
