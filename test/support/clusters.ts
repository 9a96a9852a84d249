import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** The same server and person, another database. */
export function asDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

/** Runs one statement on a connection of its own, such as `create database`. */
export async function runAs(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Drops a database of a test, if it is there. Autovacuum may be looking at it just now, and nobody but PostgreSQL may end that. */
export async function dropWhenFree(admin: string, name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await runAs(admin, `drop database if exists ${name} with (force)`);
    } catch (problem) {
      if (tries === 20) throw problem;
      await sleep(100);
    }
  }
}
