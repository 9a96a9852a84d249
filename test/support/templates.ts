import pg from 'pg';
import { inject } from 'vitest';
import { asDatabase, dropWhenFree } from './clusters.ts';

/** What a database holds from the start, beside the schema. */
export interface Filling {
  /** Its name among the templates of a run: `small_world`. */
  readonly name: string;
  /** Fills a database of its own, and leaves no connection to it. */
  fill(urls: { readonly ownerUrl: string; readonly appUrl: string }): Promise<void>;
}

const nameOf = (url: string) => new URL(url).pathname.slice(1);

/**
 * The database that a file's own is a copy of: the migrated one, or one that whoever asked first in this run has filled.
 * Others who ask meanwhile wait; one that could not be filled is filled anew by the next.
 */
export async function templateOf(filling: Filling | null): Promise<string> {
  const migrated = nameOf(inject('ownerUrl'));
  if (!filling) return migrated;
  const [name, begun] = [`${migrated}_${filling.name}`, `${migrated}_${filling.name}_begun`];
  const admin = asDatabase(inject('ownerUrl'), 'postgres');
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 1) return name;
    await dropWhenFree(admin, begun);
    await client.query(`create database ${begun} template ${migrated}`);
    await filling.fill({
      ownerUrl: asDatabase(inject('ownerUrl'), begun),
      appUrl: asDatabase(inject('appUrl'), begun),
    });
    await client.query(`alter database ${begun} rename to ${name}`);
    return name;
  } finally {
    await client.end();
  }
}
