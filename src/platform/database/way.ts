import pg from 'pg';
import { APPLICATION_ROLE, settle } from './settle.ts';

const SHARED = `DATABASE_URL leads through a pooler that gives one connection to several clients in turn. Role, time zone and time
limits of one would become another's. Set pool_mode = session there, or name PostgreSQL itself (docs/operations.md, "Behind a pooler").`;

/**
 * Sees at the start that the way to the database keeps what we set on a connection: role, time zone and time limits.
 * @throws with a sentence for the person at the terminal when it does not: a pooler in transaction or statement mode, a
 *   user who is no member of the application's role
 */
export async function checkWay(url: string): Promise<void> {
  const [one, other] = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: url })];
  try {
    await one.connect();
    const first = await readPid(one);
    await other.connect();
    // While one is in a transaction, its connection to PostgreSQL is nobody else's: was it the other's a moment ago?
    await other.query('begin').catch(refuseStatementMode);
    const isShared = (await readPid(other)) === first || (await readPid(one)) !== first;
    if (isShared) throw new Error(SHARED);
    await settle(one).catch(refuseStranger);
    await checkSettled(one);
  } finally {
    await Promise.all([one.end(), other.end()].map((ending) => ending.catch(() => {})));
  }
}

async function readPid(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return rows[0]?.pid ?? 0;
}

function refuseStranger(problem: { code?: string }): never {
  if (problem.code !== '42501' && problem.code !== '22023') throw problem;
  throw new Error(
    `The user of DATABASE_URL is no member of the role ${APPLICATION_ROLE}: grant it, or run npm run migrate first.`,
  );
}

async function checkSettled(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ role: string; zone: string; limit: string }>(
    `select current_user as role, current_setting('TimeZone') as zone, current_setting('statement_timeout') as limit`,
  );
  const [row] = rows;
  if (row?.role !== APPLICATION_ROLE || row.zone !== 'UTC' || row.limit === '0') {
    throw new Error(`What is set on a connection to the database does not stay: ${JSON.stringify(row)}.`);
  }
}

/** What PgBouncer says to a transaction when it gives each statement another connection: 08P01, a breach of the protocol. */
function refuseStatementMode(problem: { code?: string }): never {
  throw problem.code === '08P01' ? new Error(SHARED, { cause: problem }) : problem;
}
