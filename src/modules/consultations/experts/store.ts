import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { sealedColumn, UNREADABLE } from '../../../platform/sealed/column.ts';
import { ANSWER_DAYS } from '../referral/rules.ts';
import { type Expert, type ExpertNow, type License, monthOf } from './rules.ts';

const column = sealedColumn('consultations.experts.person');
const Person = z.object({ name: z.string(), email: z.string(), licenseNumber: z.string() });

export type Written = Omit<Expert, 'id' | 'leftAt'>;

const valuesOf = (tx: Tx, id: string, { name, email, licenseNumber, ...expert }: Written) => ({
  person: column.seal(tx, id, JSON.stringify({ name, email, licenseNumber })),
  license: expert.license,
  fields: [...expert.fields],
  languages: [...expert.languages],
  hours_a_month: expert.hoursAMonth,
});

export async function insertExpert(
  tx: Tx,
  expert: Written & { readonly by: string; readonly now: Temporal.Instant },
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('consultations.experts')
    .values({ id, ...valuesOf(tx, id, expert), added_by: expert.by, added_at: expert.now })
    .execute();
  return id;
}

export async function updateExpert(tx: Tx, id: string, expert: Written): Promise<void> {
  await tx
    .updateTable('consultations.experts')
    .set(valuesOf(tx, id, expert))
    .where('id', '=', id)
    .execute();
}

export async function markExpertLeft(tx: Tx, id: string, leftAt: Temporal.Instant | null): Promise<void> {
  await tx.updateTable('consultations.experts').set({ left_at: leftAt }).where('id', '=', id).execute();
}

const COLUMNS = ['id', 'person', 'license', 'fields', 'languages', 'hours_a_month', 'left_at'] as const;

/** With the hours of what they were asked in this month, unless they refused, did not answer in time, or it was taken back before. */
const withHours = (db: Database, now: Temporal.Instant) => {
  const { from, to } = monthOf(now);
  return db
    .selectFrom('consultations.experts')
    .select(COLUMNS.map((name) => `consultations.experts.${name}` as const))
    .select((to_) =>
      to_
        .selectFrom('consultations.referrals as referral')
        .select(sql<number>`coalesce(sum(hours), 0)::int`.as('hours'))
        .whereRef('referral.expert_id', '=', 'consultations.experts.id')
        .where('asked_at', '>=', from)
        .where('asked_at', '<', to)
        .where((is) =>
          is.or([
            is('answer', '=', 'accepted'),
            is.and([
              is('answer', 'is', null),
              is('ended_at', 'is', null),
              is('asked_at', '>', now.subtract({ hours: 24 * ANSWER_DAYS })),
            ]),
          ]),
        )
        .as('hours_taken'),
    );
};

const MOST_EXPERTS = 200;

/** Who advises, the longest with us first; with `left`, those who no longer do behind them. */
export async function listExperts(
  db: Database,
  now: Temporal.Instant,
  { left = false }: { readonly left?: boolean } = {},
): Promise<ExpertNow[]> {
  const query = withHours(db, now)
    .orderBy('left_at', (order) => order.desc().nullsFirst())
    .orderBy('added_at')
    .orderBy('id')
    .limit(MOST_EXPERTS);
  const rows = await (left ? query : query.where('left_at', 'is', null)).execute();
  return rows.map((row) => toExpert(db, row));
}

/** @returns null where there is none; with `locked`, rivals for the same hours wait until the transaction ends */
export async function findExpert(
  db: Database,
  id: string,
  { now, lock = false }: { readonly now: Temporal.Instant; readonly lock?: boolean },
): Promise<ExpertNow | null> {
  // Locked first and read then: a rival's hours are among those that are counted.
  if (lock)
    await db.selectFrom('consultations.experts').select('id').where('id', '=', id).forUpdate().execute();
  const row = await withHours(db, now).where('consultations.experts.id', '=', id).executeTakeFirst();
  return row ? toExpert(db, row) : null;
}

type Row = Awaited<ReturnType<ReturnType<typeof withHours>['executeTakeFirstOrThrow']>>;

function toExpert(db: Database, row: Row): ExpertNow {
  const nobody = { name: UNREADABLE, email: '', licenseNumber: '' };
  return {
    ...(column.read(db, row.id, row.person, Person) ?? nobody),
    ...{ id: row.id, license: row.license as License },
    ...{ fields: row.fields, languages: row.languages },
    ...{ hoursAMonth: row.hours_a_month, hoursTaken: row.hours_taken ?? 0, leftAt: row.left_at },
  };
}
