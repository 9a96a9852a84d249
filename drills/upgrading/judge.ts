import type pg from 'pg';
import type { Doors } from './doors.ts';
import type { Acknowledged } from './story.ts';
import type { JobsSeen } from './witness.ts';

/** Compares the database with what people were told, by statements that share nothing with the product. @returns sentences */
export async function faultsAfter(
  pool: pg.Pool,
  { doors, told, jobs, since }: { doors: Doors; told: Acknowledged; jobs: JobsSeen; since: Date },
): Promise<string[]> {
  const count = async (sql: string, values: unknown[] = []) =>
    Number((await pool.query<{ n: string }>(sql, values)).rows[0]?.n);
  const requests = await count(REQUESTS, [told.requests]);
  const promises = await count(PROMISES, [told.promises]);
  const broken = await pool.query('select audit.first_break() as n');
  const mails = await count(MAILS, [since]);
  const { rows } = await pool.query<{ key: string; n: number }>(MESSAGES, [since]);
  const written = new Map(rows.map(({ key, n }) => [key, n]));
  const astray = [...told.messages].filter(([key, n]) => written.get(key) !== n).length;
  return [
    ...summed(doors.faults),
    ...says(told.requests.length - requests, 'requests that were acknowledged are not there'),
    ...says(told.promises.length - promises, 'promises that were acknowledged are not there'),
    ...says(astray, 'conversations hold other messages than were acknowledged'),
    ...says(Math.abs(mails), 'mails went out more or less often than once'),
    ...says(jobs.again.length, `jobs were taken again: ${[...new Set(jobs.again)]}`),
    ...says(jobs.left.length, `jobs are left: ${[...new Set(jobs.left)]}`),
    ...(broken.rows[0]?.n === null ? [] : [`The audit chain breaks at position ${broken.rows[0]?.n}`]),
  ];
}

/** What a drill must have shown, lest it prove nothing. */
export function emptyProofs(doors: Doors, told: Acknowledged, jobs: JobsSeen): string[] {
  const proofs: Record<string, number> = {
    'nobody asked': told.requests.length,
    'nobody said yes': told.promises.length,
    'nobody wrote': told.messages.size,
    'the former version served nothing': doors.tallies.former.pages,
    'the new version served nothing': doors.tallies.new.pages,
    'no session went over': doors.crossed,
    'nothing was sent again': doors.sentAgain,
    'the former version did no job': jobs.doneByFormer,
    'the new version did no job': jobs.doneByNew,
  };
  return Object.entries(proofs).flatMap(([what, n]) => (n > 0 ? [] : [`Proves nothing: ${what}`]));
}

const says = (n: number, words: string) => (n > 0 ? [`${n} ${words}`] : []);

/** The same fault once, with how often. */
function summed(faults: readonly string[]): string[] {
  const counted = Map.groupBy(faults, (fault) => fault);
  return [...counted].map(([fault, { length }]) => `${fault} (${length} times)`);
}

const REQUESTS = 'select count(*) as n from spot.support_requests where id = any($1)';

const PROMISES = `select count(*) as n from spot.assignments where offer_id = any($1) and is_active`;

const MESSAGES = `select thread_id || ' ' || author_id as key, count(*)::int as n
  from conversations.messages where sent_at >= $1 group by 1`;

/** Each mail is remembered by its key, once. */
const MAILS = `select (select count(*) from platform.development_mail where sent_at >= $1)
  - (select count(*) from platform.sent_mail where sent_at >= $1) as n`;
