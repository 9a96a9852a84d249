import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { UNREADABLE } from '../../../platform/sealed/column.ts';
import { dayInJapan } from '../../people/index.ts';
import { LICENSES } from '../experts/rules.ts';
import { type MatterKey, matterColumn } from '../sealed/matter-key.ts';
import { askedSince, type Manner, type NoReason, type PassedOn } from './rules.ts';

const column = matterColumn('consultations.referrals.receiver');
/** The expert as whoever has asked agreed to them, whatever becomes of the register. */
const Receiver = z.object({ name: z.string(), license: z.enum(LICENSES), licenseNumber: z.string() });
export type Receiver = z.infer<typeof Receiver>;

export interface Referral {
  readonly id: string;
  readonly matterId: string;
  /** Of the register; null once they are taken out of it. */
  readonly expertId: string | null;
  readonly receiver: Receiver;
  readonly hours: number;
  readonly manner: Manner;
  readonly passes: readonly PassedOn[];
  readonly untilOn: Temporal.PlainDate;
  readonly proposedAt: Temporal.Instant;
  readonly agreedAt: Temporal.Instant | null;
  readonly askedAt: Temporal.Instant | null;
  readonly answer: 'accepted' | 'refused' | null;
  readonly reason: NoReason | null;
  readonly endedAt: Temporal.Instant | null;
}

export async function insertReferral(
  tx: Tx,
  key: MatterKey,
  referral: Pick<Referral, 'expertId' | 'receiver' | 'hours' | 'manner' | 'passes' | 'untilOn'> & {
    readonly by: string;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  const id = randomUUID();
  await tx
    .insertInto('consultations.referrals')
    .values({
      id,
      matter_id: key.matterId,
      receiver: column.seal(tx, key, id, JSON.stringify(referral.receiver)),
      expert_id: referral.expertId,
      hours: referral.hours,
      manner: referral.manner,
      passes: [...referral.passes],
      until_on: referral.untilOn,
      proposed_by: referral.by,
      proposed_at: referral.now,
    })
    .execute();
}

const MOST_REFERRALS = 30;

/** The newest first. */
export async function listReferrals(db: Database, key: MatterKey): Promise<Referral[]> {
  const rows = await db
    .selectFrom('consultations.referrals')
    .selectAll()
    .where('matter_id', '=', key.matterId)
    .orderBy('proposed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_REFERRALS)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    matterId: row.matter_id,
    expertId: row.expert_id,
    hours: row.hours,
    manner: row.manner as Manner,
    receiver: column.read(db, key, { row: row.id, held: row.receiver }, Receiver) ?? {
      name: UNREADABLE,
      license: 'other',
      licenseNumber: '',
    },
    passes: row.passes as PassedOn[],
    untilOn: row.until_on,
    proposedAt: row.proposed_at,
    agreedAt: row.agreed_at,
    askedAt: row.asked_at,
    answer: row.answer as Referral['answer'],
    reason: row.reason as NoReason | null,
    endedAt: row.ended_at,
  }));
}

export async function findReferral(db: Database, key: MatterKey, id: string): Promise<Referral | null> {
  return (await listReferrals(db, key)).find((one) => one.id === id) ?? null;
}

const MOST_LEFT = 200;

/**
 * Matters for which an expert was asked or has taken them on, and none is asked or has them any more: they did not answer in time,
 * the days of the yes are over, or it was taken back.
 * @param matterId of this one alone
 */
export async function listWithoutExpert(
  db: Database,
  now: Temporal.Instant,
  matterId?: string,
): Promise<string[]> {
  const today = dayInJapan(now);
  const rows = await db
    .selectFrom('consultations.matters as m')
    .select('m.id')
    .where('m.state', 'in', ['expert_asked', 'expert_accepted'])
    .$if(matterId !== undefined, (query) => query.where('m.id', '=', matterId ?? ''))
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('consultations.referrals as r')
            .select('r.id')
            .whereRef('r.matter_id', '=', 'm.id')
            .where('r.ended_at', 'is', null)
            .where('r.until_on', '>=', today)
            .where((of) =>
              of.or([
                of('r.answer', '=', 'accepted'),
                of.and([of('r.answer', 'is', null), of('r.asked_at', '>', askedSince(now))]),
              ]),
            ),
        ),
      ),
    )
    .orderBy('m.id')
    .limit(MOST_LEFT)
    .execute();
  return rows.map(({ id }) => id);
}

/** The matter that a link is about. */
export async function findMatterOfReferral(db: Database, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('consultations.referrals')
    .select('matter_id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.matter_id ?? null;
}

interface Marks {
  readonly agreed_at?: Temporal.Instant;
  readonly asked_at?: Temporal.Instant;
  readonly answer?: 'accepted' | 'refused';
  readonly reason?: NoReason;
  readonly answered_at?: Temporal.Instant;
  readonly ended_at?: Temporal.Instant;
}

export async function markReferral(tx: Tx, id: string, marks: Marks): Promise<void> {
  await tx.updateTable('consultations.referrals').set(marks).where('id', '=', id).execute();
}
