import { setTimeout as sleep } from 'node:timers/promises';
import { runMigrations as migrateJobs } from 'graphile-worker';
import pg from 'pg';
import { readSchemaSteps, type SchemaStep } from './schema.ts';
import { APPLICATION_ROLE } from './settle.ts';

/**
 * Brings a database to the newest schema: numbered SQL files once each, in order, each in a transaction; then the
 * job queue's own tables. Safe to call at every start and from several processes at once (an advisory lock).
 * @param ownerUrl an address of the role that owns the schemas
 * @param directory the folder with `NNNN_module_what.sql`
 * @param only leaves out the others; for a backup, which wants the schema of its own time first
 * @returns the names of the files applied now
 * @throws when a file that was applied has changed since, or a file fails (which leaves nothing of it behind)
 */
export async function migrate(
  ownerUrl: string,
  directory: string,
  only: (name: string) => boolean = () => true,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(7046)');
    await prepare(client);
    await migrateJobs({ connectionString: ownerUrl, logger: quiet });
    const steps = (await readSchemaSteps(directory)).filter(({ name }) => only(name));
    const applied = await applyFiles(client, steps);
    await grantJobs(client);
    return applied;
  } finally {
    await client.end();
  }
}

async function prepare(client: pg.Client): Promise<void> {
  await client.query(`
    do $$ begin
      if not exists (select from pg_roles where rolname = '${APPLICATION_ROLE}') then create role ${APPLICATION_ROLE} nologin; end if;
    exception when duplicate_object or unique_violation then null;
    end $$;
    do $$ begin
      if not pg_has_role(current_user, '${APPLICATION_ROLE}', 'member') then execute format('grant ${APPLICATION_ROLE} to %I', current_user); end if;
    end $$;
    create table if not exists public.migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
}

async function applyFiles(client: pg.Client, steps: readonly SchemaStep[]): Promise<string[]> {
  const known = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from public.migrations',
  );
  const before = new Map(known.rows.map((row) => [row.name, row.sha256]));
  const applied: string[] = [];
  for (const step of steps) {
    const { name, sha256 } = step;
    const seen = before.get(name);
    if (seen && seen !== sha256)
      throw new Error(`${name} has changed after it was applied: write a new migration instead.`);
    if (seen) continue;
    await applyInTurn(client, step);
    applied.push(name);
  }
  return applied;
}

/** Deadlock, and a lock that did not come in time. */
const IN_THE_WAY = ['40P01', '55P03'];
const MOST_TRIES = 100;
const PAUSE = 200;

/**
 * Applies a file while people use the tables: whoever waits behind a migration that waits for a lock waits for both, and two
 * that wait for each other end one of them. So it gives up soon, lets everybody through, and tries again.
 */
async function applyInTurn(client: pg.Client, file: SchemaStep): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await applyFile(client, file);
    } catch (problem) {
      const { code = '' } = ((problem as Error).cause ?? {}) as { code?: string };
      if (!IN_THE_WAY.includes(code) || tries === MOST_TRIES) throw problem;
      await sleep(PAUSE);
    }
  }
}

async function applyFile(client: pg.Client, file: SchemaStep): Promise<void> {
  try {
    await client.query(`begin; set local lock_timeout = '400ms'`);
    await client.query(file.sql);
    await client.query('insert into public.migrations (name, sha256) values ($1, $2)', [
      file.name,
      file.sha256,
    ]);
    await client.query('commit');
  } catch (problem) {
    await client.query('rollback');
    throw new Error(
      `${file.name} could not be applied: ${problem instanceof Error ? problem.message : problem}`,
      {
        cause: problem,
      },
    );
  }
}

/** The queue closes its tables by row-level security without a policy: only its owner gets in. We let our role in. */
async function grantJobs(client: pg.Client): Promise<void> {
  await client.query(`
    grant usage on schema graphile_worker to ${APPLICATION_ROLE};
    grant select, insert, update, delete on all tables in schema graphile_worker to ${APPLICATION_ROLE};
    grant usage, select on all sequences in schema graphile_worker to ${APPLICATION_ROLE};
    grant execute on all functions in schema graphile_worker to ${APPLICATION_ROLE};
    do $$ declare closed regclass; begin
      for closed in select oid from pg_class where relnamespace = 'graphile_worker'::regnamespace and relrowsecurity
        and not exists (select from pg_policy where polrelid = pg_class.oid and polname = '${APPLICATION_ROLE}')
      loop execute format('create policy ${APPLICATION_ROLE} on %s to ${APPLICATION_ROLE} using (true) with check (true)', closed);
      end loop;
    end $$`);
}

const quiet = new (await import('graphile-worker')).Logger(() => () => {});
