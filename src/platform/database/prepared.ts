import { createHash } from 'node:crypto';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** Each connection keeps what it has prepared, so there is an end to it; all statements of the product are fewer. */
const MOST_NAMES = 500;

/** Of the text alone: behind a pooler, another process's statement of the same name must be the same one. */
function nameOfText(text: string): string {
  return `s${createHash('sha256').update(text).digest('hex').slice(0, 40)}`;
}

/** `begin` and the like have nothing to plan. */
function isWorthAName(text: string, values: readonly unknown[]): boolean {
  return values.length > 0 || /^\s*select\b/i.test(text);
}

/**
 * Gives names to statements that come again, so that PostgreSQL reads and plans each once a connection. A list page
 * then costs PostgreSQL about half. Statements of which each is different (lists of ids) soon stay without a name.
 */
export function nameStatements(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>();
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const nameOf = (text: string): string | null => {
    const known = names.get(text);
    if (known !== undefined) return known;
    if (names.size >= MOST_NAMES) return null;
    const name = nameOfText(text);
    names.set(text, name);
    return name;
  };
  const naming = (client: pg.PoolClient): PostgresPoolClient => {
    const query = (text: unknown, values?: readonly unknown[]) => {
      const name = typeof text === 'string' && values && isWorthAName(text, values) ? nameOf(text) : null;
      return name === null
        ? client.query(text as string, values as unknown[])
        : client.query({ name, text: text as string, values: values as unknown[] });
    };
    return Object.assign(Object.create(client) as PostgresPoolClient, {
      query,
      release: () => client.release(),
    });
  };
  return Object.assign(Object.create(pool) as PostgresPool, {
    async connect() {
      const client = await pool.connect();
      const known = clients.get(client) ?? naming(client);
      clients.set(client, known);
      return known;
    },
    end: () => pool.end(),
  });
}
