import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { MailHindrance } from './refused.ts';

/** The jobs whose work is a mail: `enqueueMail`'s and the one that sends codes. */
const MAIL_JOBS = ['send-mail', 'send-sign-in-code'];

/** Whether mail goes out, for administrators and for whatever watches the house. */
export interface MailState {
  /** null while mails go out; `because` of the newest try. */
  readonly hindered: {
    readonly since: Temporal.Instant;
    readonly lastAt: Temporal.Instant;
    readonly because: MailHindrance;
  } | null;
  /** Mails that wait after a try that failed, or ten minutes after their time. */
  readonly waiting: number;
  readonly waitingSince: Temporal.Instant | null;
  /** Mails of the last 30 days that nobody tries any more. */
  readonly givenUp: number;
  /** When a mail was last handed over. */
  readonly lastSentAt: Temporal.Instant | null;
}

/** One question to the database. */
export async function readMailState(db: Database, now: Temporal.Instant): Promise<MailState> {
  const late = now.subtract({ minutes: 10 });
  const { rows } = await sql<{
    since: Temporal.Instant | null;
    lastAt: Temporal.Instant | null;
    because: MailHindrance | null;
    waiting: number;
    waitingSince: Temporal.Instant | null;
    givenUp: number;
    lastSentAt: Temporal.Instant | null;
  }>`
    select since, last_at as "lastAt", because, waiting, "waitingSince", "givenUp",
      (select max(sent_at) from platform.sent_mail) as "lastSentAt"
    from (
      select count(*) filter (where attempts < max_attempts)::int as waiting,
        min(created_at) filter (where attempts < max_attempts) as "waitingSince",
        count(*) filter (where attempts >= max_attempts)::int as "givenUp"
      from graphile_worker.jobs
      where task_identifier = any(${MAIL_JOBS}) and (attempts > 0 or run_at < ${late})
    ) as jobs left join platform.mail_hindered on true`.execute(db);
  const row = rows[0];
  return {
    hindered:
      row?.since && row.lastAt && row.because
        ? { since: row.since, lastAt: row.lastAt, because: row.because }
        : null,
    waiting: row?.waiting ?? 0,
    waitingSince: row?.waitingSince ?? null,
    givenUp: row?.givenUp ?? 0,
    lastSentAt: row?.lastSentAt ?? null,
  };
}

/** Remembers that mail does not go out; outside the transaction of the mail, which is rolled back. */
export async function noteHindrance(
  db: Database,
  because: MailHindrance,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .insertInto('platform.mail_hindered')
    .values({ since: now, last_at: now, because })
    .onConflict((conflict) => conflict.column('only_one').doUpdateSet({ last_at: now, because }))
    .execute();
}

/** Mail goes out again. */
export async function forgetHindrance(db: Database): Promise<void> {
  await db.deleteFrom('platform.mail_hindered').execute();
}

/** Mails that nobody tries any more keep neither address nor words; their jobs go with all that failed (`forget-jobs`). */
export async function emptyFailedMail(db: Database): Promise<void> {
  await sql`update graphile_worker._private_jobs set payload = '{}'::json, last_error = null, key = null
    where task_id in (select id from graphile_worker._private_tasks where identifier = any(${MAIL_JOBS}))
      and attempts >= max_attempts and locked_at is null and payload::text <> '{}'`.execute(db);
}
