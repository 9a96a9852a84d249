import type { Socket } from 'node:net';
import type pg from 'pg';

/** The role without DDL as which the program works, whoever connects. */
export const APPLICATION_ROLE = 'otonari_app';

/** How long work waits for the database, in milliseconds, before it is given up. */
export interface Waiting {
  /** For an answer to one statement; `set local statement_timeout` in a transaction asks for more, but no more than `silence`. */
  readonly statement: number;
  readonly lock: number;
  readonly idleInTransaction: number;
  /** For any sign of life while an answer is due: a frozen server does not even say that a statement took too long. */
  readonly silence: number;
}

const USUAL_WAITING: Waiting = {
  statement: 15_000,
  lock: 5_000,
  idleInTransaction: 30_000,
  silence: 60_000,
};

/**
 * Makes a new connection ours: the role, the time zone and how long it waits. By `set` and not by the connection's start
 * options, which a pooler refuses.
 */
export async function settle(client: pg.ClientBase, waiting: Waiting = USUAL_WAITING): Promise<void> {
  await client.query(
    `set statement_timeout = ${waiting.statement}; set lock_timeout = ${waiting.lock};
     set idle_in_transaction_session_timeout = ${waiting.idleInTransaction}; set timezone = 'UTC'; set role ${APPLICATION_ROLE}`,
  );
  endWhenSilent(client, waiting.silence);
}

// What `pg` has and its types leave out.
interface Inside {
  readonly connection: { readonly stream: Socket };
  readonly readyForQuery: boolean;
}

function endWhenSilent(client: pg.ClientBase, silence: number): void {
  const inside = client as unknown as Inside;
  const { stream } = inside.connection;
  stream.setTimeout(silence, () => {
    if (!inside.readyForQuery) stream.destroy(new SilentDatabase());
  });
}

/** The database took a question and then said nothing. */
class SilentDatabase extends Error {
  readonly code = 'ETIMEDOUT';
  constructor() {
    super('the database has said nothing for too long');
  }
}
