import { sql } from 'kysely';
import type { Database, Tx } from '../../database/connect.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Task } from '../../jobs/task.ts';
import { STAFF_ROLES } from '../../permissions.ts';
import { readSetting } from '../../settings/settings.ts';
import { type NewAlarm, raiseAlarm } from '../alarms/alarms.ts';
import { isBeyondLimits, isMassReading, type Reading, readingSetting } from './rules.ts';

type Counted = Omit<Reading, 'usualDay'>;

/**
 * Looks every quarter of an hour who of staff has seen the records of unusually many people, and tells administrators: at
 * most once a day about the same reader.
 */
export function watchReadingTask(tellAlarm: (tx: Tx, alarm: NewAlarm, id: string) => Promise<void>): Task {
  return {
    name: 'watch-reading',
    cron: '*/15 * * * *',
    async run(_payload, { db, clock, log }) {
      const now = clock();
      const limits = await readSetting(db, readingSetting);
      const many = (await countReadings(db, now)).filter((reading) => isBeyondLimits(reading, limits));
      for (const reading of many) {
        const usualDay = await findUsualDay(db, reading.personId, now);
        if (!isMassReading({ ...reading, usualDay }, limits)) continue;
        await inTransaction(db, async (tx) => {
          if (await wasRaisedToday(tx, reading.personId, now)) return;
          const alarm = { kind: 'reading', ...reading } as const;
          const id = await raiseAlarm(tx, alarm, now);
          if (!id) return;
          await tellAlarm(tx, alarm, id);
          log.error({ kind: 'reading' }, 'somebody of staff reads unusually many records');
        });
      }
    },
  };
}

/** Of the last day, by reader. */
async function countReadings(db: Database, now: Temporal.Instant): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select actor_id as "personId", count(distinct subject_id)::int as "dayCount",
      count(distinct subject_id) filter (where at > ${now.subtract({ hours: 1 })})::int as "hourCount"
    from audit.entries
    where at > ${now.subtract({ hours: 24 })} and at <= ${now} and outcome = 'seen'
      and actor_role = any(${[...STAFF_ROLES]}) and actor_id <> subject_id
    group by actor_id`.execute(db);
  return rows;
}

async function findUsualDay(db: Database, personId: string, now: Temporal.Instant): Promise<number> {
  const yesterday = now.subtract({ hours: 24 });
  const { rows } = await sql<{ usual: number }>`
    select coalesce(avg(seen), 0)::float8 as usual from (
      select count(distinct subject_id) as seen from audit.entries
      where actor_id = ${personId} and outcome = 'seen' and actor_id <> subject_id
        and at > ${yesterday.subtract({ hours: 28 * 24 })} and at <= ${yesterday}
      group by (at at time zone 'Asia/Tokyo')::date) as days`.execute(db);
  return rows[0]?.usual ?? 0;
}

async function wasRaisedToday(db: Database, personId: string, now: Temporal.Instant): Promise<boolean> {
  const row = await db
    .selectFrom('audit.alarms')
    .select('id')
    .where('person_id', '=', personId)
    .where('raised_at', '>', now.subtract({ hours: 24 }))
    .executeTakeFirst();
  return row !== undefined;
}
