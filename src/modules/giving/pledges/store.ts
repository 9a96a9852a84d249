import { randomInt } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { GivingPledges } from '../../../platform/database/generated.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import { newPledgeNumber } from '../rules/pledge-number.ts';
import type { Channel, Fund, PledgeState } from '../types.ts';

const memories = sealedColumn('giving.pledges.in_memory_of');
const notes = sealedColumn('giving.pledges.note');

/** One gift that somebody has announced. */
export interface Pledge {
  readonly id: string;
  /** What is written before one's name at the bank. */
  readonly number: number;
  readonly donorId: string;
  readonly campaignId: string | null;
  readonly fund: Fund;
  /** Whole yen. */
  readonly amount: number;
  readonly channel: Channel;
  readonly state: PledgeState;
  readonly version: number;
  readonly madeAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly isAnonymous: boolean;
  readonly inMemoryOf: string | null;
  readonly note: string | null;
}

export type NewPledge = Omit<Pledge, 'id' | 'number' | 'state' | 'version'>;

/** So many numbers are tried: with nine in ten taken, one in ten thousand pledges finds none. */
const TRIES = 90;

/**
 * Keeps it under a number of its own, drawn here.
 * @throws when no number is found: then nearly all are taken
 */
export async function insertPledge(tx: Tx, pledge: NewPledge): Promise<Pick<Pledge, 'id' | 'number'>> {
  const id = crypto.randomUUID();
  for (let tried = 0; tried < TRIES; tried++) {
    const number = newPledgeNumber(randomInt);
    const written = await tx
      .insertInto('giving.pledges')
      .values({
        id,
        number,
        donor_id: pledge.donorId,
        campaign_id: pledge.campaignId,
        fund_id: pledge.fund,
        amount_jpy: pledge.amount,
        channel: pledge.channel,
        made_at: pledge.madeAt,
        expires_at: pledge.expiresAt,
        is_anonymous: pledge.isAnonymous,
        in_memory_of: memories.seal(tx, id, pledge.inMemoryOf || null),
        note: notes.seal(tx, id, pledge.note || null),
      })
      .onConflict((conflict) => conflict.column('number').doNothing())
      .returning('number')
      .executeTakeFirst();
    if (written) return { id, number };
  }
  throw new Error('no number for a pledge is free');
}

/** By the number before a name at the bank. @returns null where there is none */
export async function findPledgeByNumber(db: Database, number: number): Promise<Pledge | null> {
  const row = await db
    .selectFrom('giving.pledges')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst();
  return row ? toPledge(db, row) : null;
}

/** @returns null where there is none */
export async function findPledge(db: Database, id: string): Promise<Pledge | null> {
  const row = await db.selectFrom('giving.pledges').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toPledge(db, row) : null;
}

/** Nobody pays it any more, as far as anybody knows: what has come in or was cancelled stays so. */
export async function expirePledge(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('giving.pledges')
    .set((eb) => ({ state: 'expired', over_at: now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute();
}

function toPledge(db: Database, row: Selectable<GivingPledges>): Pledge {
  return {
    id: row.id,
    number: row.number,
    donorId: row.donor_id,
    campaignId: row.campaign_id,
    fund: row.fund_id as Fund,
    amount: row.amount_jpy,
    channel: row.channel,
    state: row.state,
    version: row.version,
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    isAnonymous: row.is_anonymous,
    inMemoryOf: memories.open(db, row.id, row.in_memory_of),
    note: notes.open(db, row.id, row.note),
  };
}
