import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';
import { allOf, standing } from '../../donors/store/standing.ts';
import type { Fund, PledgeState } from '../../types.ts';
import type { Announced } from '../take-in/match.ts';

/** What is booked of a pledge when its money comes. */
export interface BookablePledge extends Announced {
  readonly campaignId: string | null;
  readonly fund: Fund;
  readonly state: PledgeState;
  readonly isAnonymous: boolean;
}

export async function listPledgesByNumber(
  db: Database,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, BookablePledge>> {
  const rows = await pledges(db)
    .where(sql<boolean>`p.number = any(${[...new Set(numbers)]}::int[])`)
    .execute();
  return new Map(rows.map((row) => [row.number, toPledge(row)]));
}

/** What they have announced and not given yet. */
export async function listOpenPledges(
  db: Database,
  donorIds: readonly string[],
): Promise<ReadonlyMap<string, readonly BookablePledge[]>> {
  const rows = await pledges(db)
    .where('p.state', '=', 'open')
    .where(sql<boolean>`p.donor_id in ${allOf(donorIds)}`)
    .orderBy('p.made_at')
    .execute();
  return Map.groupBy(rows.map(toPledge), ({ donorId }) => donorId);
}

/** Open ones of just this amount, made in this time: for suggestions. */
export async function listOpenOfAmount(
  db: Database,
  asked: {
    readonly amount: number;
    readonly from: Temporal.Instant;
    readonly to: Temporal.Instant;
    readonly most: number;
  },
): Promise<readonly BookablePledge[]> {
  const rows = await pledges(db)
    .where('p.state', '=', 'open')
    .where('p.amount_jpy', '=', asked.amount)
    .where('p.made_at', '>=', asked.from)
    .where('p.made_at', '<', asked.to)
    .orderBy('p.made_at', 'desc')
    .limit(asked.most)
    .execute();
  return rows.map(toPledge);
}

const pledges = (db: Database) =>
  db
    .selectFrom('giving.pledges as p')
    .innerJoin('giving.donors as d', 'd.id', 'p.donor_id')
    .select(['p.id', 'p.number', 'p.amount_jpy', 'p.campaign_id', 'p.fund_id', 'p.state'])
    .select(['p.is_anonymous', 'p.made_at'])
    .select(standing('d').as('donor_id'));

function toPledge(row: Awaited<ReturnType<ReturnType<typeof pledges>['execute']>>[number]): BookablePledge {
  return {
    id: row.id,
    number: row.number,
    donorId: row.donor_id,
    amount: row.amount_jpy,
    campaignId: row.campaign_id,
    fund: row.fund_id as Fund,
    state: row.state,
    isAnonymous: row.is_anonymous,
    madeAt: row.made_at,
  };
}
