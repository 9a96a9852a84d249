import { createHash } from 'node:crypto';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Database, Tx } from '../database/connect.ts';
import { waitLonger } from '../database/transaction.ts';
import { deleteFilesOf } from '../files/files.ts';
import { addJob } from '../jobs/add-job.ts';
import type { PersonalDataMap, Way } from '../personal-data.ts';
import { blanking, readBlanks } from './blank.ts';
import { listRuled, type Ruled } from './ruled.ts';
import { atEnd } from './way.ts';

/** Who is erased, and when it was asked for. */
export interface Erasure {
  readonly personId: string;
  readonly askedAt: Temporal.Instant;
  readonly now: Temporal.Instant;
}

/**
 * Erases somebody from every table, as the rules say: rows of theirs are deleted or blanked, files too (their bytes by a
 * job right after), jobs with their address emptied or taken out of the queue; what a rule keeps stays until its own term. Done
 * again it erases nothing more, and leaves another line in `platform.erasures`, by which a backup put back is erased again.
 */
export async function erase(tx: Tx, maps: readonly PersonalDataMap[], erasure: Erasure): Promise<void> {
  const ruled = listRuled(maps);
  await waitLonger(tx);
  await emptyJobsTo(tx, erasure.personId);
  // By the person's own row others are found: it goes last.
  const last = ({ rule }: Ruled) => Number(rule.end === 'erase_person');
  for (const one of ruled.toSorted((a, b) => last(a) - last(b))) await eraseFrom(tx, one, erasure);
  await sql`update people.persons set erased_at = ${erasure.now}::timestamptz
    where id = ${erasure.personId}::uuid and erased_at is null`.execute(tx);
  await tx
    .insertInto('platform.erasures')
    .values({
      person_id: erasure.personId,
      asked_at: erasure.askedAt,
      erased_at: erasure.now,
      rule_version: versionOf(ruled),
    })
    .execute();
  await addJob(tx, 'write-erasures-down', {});
}

/** What was under way at an erasure (a form, a job) is over by then. */
const UNDER_WAY = { minutes: 30 };

/** Those who were erased within a day, once: what was under way then may have written of them since, and goes by a second time. */
export async function listErasedOnce(db: Database, now: Temporal.Instant): Promise<readonly Erasure[]> {
  const { rows } = await sql<Omit<Erasure, 'now'>>`
    select person_id as "personId", min(asked_at) as "askedAt" from platform.erasures group by person_id
    having count(*) = 1 and max(erased_at) between ${now.subtract({ hours: 24 })} and ${now.subtract(UNDER_WAY)}`.execute(
    db,
  );
  return rows.map((row) => ({ ...row, now }));
}

async function eraseFrom(tx: Tx, one: Ruled, { personId, now }: Erasure): Promise<void> {
  const { rule } = one;
  if (typeof rule.leaving !== 'string') return;
  const table = sql.table(one.table);
  const isTheirs = sql<SqlBool>`(${sql.join(
    [rule.of, rule.about].flatMap((way) => (way ? [leadsTo(way, personId)] : [])),
    sql` or `,
  )})`;
  if (rule.task === 'forget-files') {
    await deleteFilesOf(tx, personId);
  } else if (rule.leaving === 'delete') {
    await sql`delete from ${table} as t where ${isTheirs}`.execute(tx);
  } else {
    const blanks = await readBlanks(tx, one);
    await sql`update ${table} as t set ${blanking(one, blanks, now)} where ${isTheirs}`.execute(tx);
  }
}

/** Whether a way from row `t` ends at a person. */
export function leadsTo(way: Way, personId: string): RawBuilder<SqlBool> {
  return atEnd(way, (id) => sql`${id} = ${personId}::uuid`);
}

/** Mails to somebody hold their address and words: those that wait or failed go; one that is on its way is not tried again. */
async function emptyJobsTo(tx: Tx, personId: string): Promise<void> {
  const areTheirs = sql<SqlBool>`p.id = ${personId}::uuid and p.email is not null
    and position(to_json(p.email)::text in j.payload::text) > 0`;
  await sql`delete from graphile_worker._private_jobs j using people.persons p
    where j.locked_at is null and ${areTheirs}`.execute(tx);
  await sql`update graphile_worker._private_jobs j
    set payload = '{}'::json, key = null, max_attempts = greatest(j.attempts, 1) from people.persons p
    where ${areTheirs}`.execute(tx);
}

function versionOf(ruled: readonly Ruled[]): string {
  const rules = ruled.map(({ table, rule, columns }) => [table, rule, columns.map(({ name }) => name)]);
  return createHash('sha256').update(JSON.stringify(rules)).digest('hex').slice(0, 12);
}
