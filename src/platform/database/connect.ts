import { Kysely, PostgresAdapter, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { remembering } from '../remembering.ts';
import type { Seal } from '../sealed/seal.ts';
import type { DB } from './generated.ts';
import { nameStatements } from './prepared.ts';
import { settle, type Waiting } from './settle.ts';

export type Database = Kysely<DB>;
/** A transaction in which a command does its work; every write of a module takes one. */
export type Tx = Transaction<DB>;

export interface Connection {
  readonly pool: pg.Pool;
  readonly db: Database;
  close(): Promise<void>;
}

/** As many times as are remembered: a megabyte or two. */
const MOST_TIMES = 10_000;

const { types } = pg;

// The same text may stand for the same time; to read it anew takes ten times as long.
export const readInstant = remembering(MOST_TIMES, Temporal.Instant.from);
export const readDay = remembering(MOST_TIMES, Temporal.PlainDate.from);
types.setTypeParser(types.builtins.TIMESTAMPTZ, readInstant);
types.setTypeParser(types.builtins.DATE, readDay);
types.setTypeParser(types.builtins.INT8, Number);

// pg asks parameters that are objects for `toPostgres` before it falls back to JSON, which would add quotes.
for (const kind of [Temporal.Instant, Temporal.PlainDate, Temporal.PlainTime]) {
  Object.defineProperty(kind.prototype, 'toPostgres', {
    configurable: true,
    value(this: { toString(): string }) {
      return this.toString();
    },
  });
}

interface Connecting {
  /** Opens and seals what stores read and write. */
  readonly seal: Seal;
  /** How many connections at the most. */
  readonly most?: number;
  /** How long connections wait; as usual unless a test says otherwise. */
  readonly waiting?: Waiting;
}

/**
 * Opens a pool as the application role.
 * @param url a `postgres://` address of a member of the role `otonari_app`
 */
export function connect(url: string, { seal, most = 10, waiting }: Connecting): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    // So that a listener finds out that nobody speaks to it any more.
    keepAlive: true,
    // A request that can't get a connection within this time is answered with 503, not left hanging.
    connectionTimeoutMillis: 4_000,
    onConnect: (client) => settle(client, waiting),
  });
  // A client that is checked out when PostgreSQL dies emits `error`; unheard, it would end the process.
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  const db = new Kysely<DB>({ dialect: new SealingDialect(pool, seal) });
  return {
    pool,
    db,
    async close() {
      await db.destroy();
      // Kysely ends only a pool that it has used.
      if (!pool.ended) await pool.end();
    },
  };
}

/** The seal that came with the connection, also for its transactions. @throws for a database opened in some other way */
export function sealOf(db: Database): Seal {
  const { adapter } = db.getExecutor();
  if (!(adapter instanceof SealingAdapter)) throw new Error('this database was opened without a seal');
  return adapter.seal;
}

/** How many connections there are, do work, and are waited for. @throws for a database opened in some other way */
export function countConnections(db: Database): { size: number; inUse: number; waiting: number } {
  const { adapter } = db.getExecutor();
  if (!(adapter instanceof SealingAdapter))
    throw new Error('this database was opened without a pool of ours');
  const { totalCount, idleCount, waitingCount } = adapter.pool;
  return { size: totalCount, inUse: totalCount - idleCount, waiting: waitingCount };
}

/** What Kysely hands on to every transaction: here the seal rides along, so that stores need nothing but their `db`. */
class SealingAdapter extends PostgresAdapter {
  readonly seal: Seal;
  readonly pool: pg.Pool;

  constructor(seal: Seal, pool: pg.Pool) {
    super();
    this.seal = seal;
    this.pool = pool;
  }
}

class SealingDialect extends PostgresDialect {
  readonly #seal: Seal;
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool, seal: Seal) {
    super({ pool: nameStatements(pool) });
    this.#seal = seal;
    this.#pool = pool;
  }

  override createAdapter(): SealingAdapter {
    return new SealingAdapter(this.#seal, this.#pool);
  }
}

/** The failed query itself rejects and is answered there; this second notice carries nothing more. */
function ignore(): void {}
