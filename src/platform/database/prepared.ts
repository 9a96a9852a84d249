import { createHash } from 'node:crypto';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** Each connection keeps what it has prepared, so there is an end to it; all statements of the product are fewer. */
const MOST_NAMES = 500;

/** Of the text alone: behind a pooler, another process's statement of the same name must be the same one. */
function nameOfText(text: string, schemas: number): string {
  return `s${createHash('sha256').update(text).digest('hex').slice(0, 40)}_${schemas}`;
}

/** What PostgreSQL says to a statement that was prepared before a column of its result was added or changed. */
const HAS_CHANGED = '0A000';

/** `begin` and the like have nothing to plan. */
function isWorthAName(text: string, values: readonly unknown[]): boolean {
  return values.length > 0 || /^\s*select\b/i.test(text);
}

// What `pg` has and its types leave out: `I` outside of a transaction.
interface Inside {
  getTransactionStatus(): string | null;
}

/**
 * Gives names to statements that come again, so that PostgreSQL reads and plans each once a connection. A list page
 * then costs PostgreSQL about half. Statements of which each is different (lists of ids) soon stay without a name.
 *
 * A newer version may migrate while this one works: the first statement that has changed by it has all prepared anew under
 * other names, and is asked again unless it stands in a transaction, which is over.
 */
export function nameStatements(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>();
  let schemas = 1;
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const nameOf = (text: string): string | null => {
    const known = names.get(text);
    if (known !== undefined) return known;
    if (names.size >= MOST_NAMES) return null;
    const name = nameOfText(text, schemas);
    names.set(text, name);
    return name;
  };
  const prepareAnew = (text: string, former: string) => {
    if (names.get(text) !== former) return;
    schemas++;
    names.clear();
  };
  const naming = (client: pg.PoolClient): PostgresPoolClient => {
    const askNamed = (name: string, text: string, values: unknown[]): Promise<unknown> => {
      const isAlone = (client as unknown as Inside).getTransactionStatus() === 'I';
      return client.query({ name, text, values }).catch((problem: { code?: string }) => {
        if (problem.code !== HAS_CHANGED) throw problem;
        prepareAnew(text, name);
        const another = isAlone ? nameOf(text) : null;
        if (another === null || another === name) throw problem;
        return client.query({ name: another, text, values });
      });
    };
    const query = (text: unknown, values?: readonly unknown[]) => {
      const name = typeof text === 'string' && values && isWorthAName(text, values) ? nameOf(text) : null;
      return name === null
        ? client.query(text as string, values as unknown[])
        : askNamed(name, text as string, values as unknown[]);
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
