import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

/** A numbered step of the schema, as it lies in `db/migrations`. */
export interface SchemaStep {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

/** Where the steps lie. */
export const SCHEMA_FOLDER = join(process.cwd(), 'db', 'migrations');

/** The names of the steps in their order. @param directory the folder with `NNNN_module_what.sql` */
export function listSchemaSteps(directory: string = SCHEMA_FOLDER): string[] {
  return readdirSync(directory)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .sort();
}

/** The steps in their order. @param directory the folder with `NNNN_module_what.sql` */
export async function readSchemaSteps(directory: string): Promise<SchemaStep[]> {
  return Promise.all(
    listSchemaSteps(directory).map(async (name) => {
      const sql = await readFile(join(directory, name), 'utf8');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** Whether somebody with this address may change the schema, or make the first one. */
export async function mayMigrate(url: string): Promise<boolean> {
  return await asking(url, async (client) => {
    const { rows } = await client.query<{ may: boolean }>(`
      select coalesce((select pg_has_role(relowner, 'usage') from pg_class where oid = to_regclass('public.migrations')),
        has_database_privilege(current_database(), 'create')) as may`);
    return rows[0]?.may ?? false;
  });
}

/**
 * For a process that may not migrate: sees that the schema is the one that it was built for. A newer one is right when
 * all its further steps were made to be lived with (docs/operations.md, "Upgrade").
 * @returns the names of the steps that this build does not know
 * @throws with a sentence for the person at the terminal when the schema is older, or another one
 */
export async function checkSchema(url: string, directory: string): Promise<string[]> {
  const steps = await readSchemaSteps(directory);
  const applied = await asking(url, readApplied);
  const missing = steps.filter(({ name }) => !applied.has(name)).map(({ name }) => name);
  if (missing.length > 0) {
    throw new Error(
      `The database is older than this program: it lacks ${missing.join(', ')}. Run npm run migrate with DATABASE_OWNER_URL first.`,
    );
  }
  const other = steps.find(({ name, sha256 }) => applied.get(name) !== sha256);
  if (other) throw new Error(`The database was made with another ${other.name} than this program's.`);
  const known = new Set(steps.map(({ name }) => name));
  return [...applied.keys()].filter((name) => !known.has(name));
}

/** What was applied, by name; nothing where nobody has migrated yet, or so long ago that it is not ours to see. */
async function readApplied(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client
    .query<{ name: string; sha256: string }>('select name, sha256 from public.migrations')
    .catch((problem: { code?: string }) => {
      if (problem.code === '42P01' || problem.code === '42501') return { rows: [] };
      throw problem;
    });
  return new Map(rows.map(({ name, sha256 }) => [name, sha256]));
}

async function asking<T>(url: string, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}
