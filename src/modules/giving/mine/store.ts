import { sql } from 'kysely';
import type { Database } from '../../../platform/database/connect.ts';
import { allOf } from '../donors/store/standing.ts';
import type { Channel, Fund } from '../types.ts';

/** So many of each stand on the page. */
export const MOST_SHOWN = 100;

/** Something that came in, as its giver sees it. */
export interface OwnGift {
  readonly id: string;
  readonly amount: number;
  readonly givenOn: Temporal.PlainDate;
  readonly channel: Channel;
  readonly state: 'received' | 'refunded' | 'charged_back' | 'corrected';
  /** Whole yen of it that went back. */
  readonly returned: number;
  readonly isMonthly: boolean;
}

/** A gift that is still to come. */
export interface OwnPledge {
  readonly id: string;
  readonly number: number;
  readonly amount: number;
  readonly fund: Fund;
  readonly channel: Channel;
  readonly expiresAt: Temporal.Instant;
}

const theirs = (donorIds: readonly string[]) => sql<boolean>`donor_id in ${allOf(donorIds)}`;

/** What came in from these donors, also as whoever was merged into them: the newest first, one more than is shown. */
export async function listGiftsOf(db: Database, donorIds: readonly string[]): Promise<OwnGift[]> {
  const rows = await db
    .selectFrom('giving.gifts')
    .select(['id', 'amount_jpy', 'given_on', 'channel', 'state', 'promise_id', 'returned_jpy'])
    .where(theirs(donorIds))
    .orderBy('given_on', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_SHOWN + 1)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    amount: row.amount_jpy,
    givenOn: row.given_on,
    channel: row.channel,
    state: row.state,
    isMonthly: row.promise_id !== null,
    returned: row.returned_jpy,
  }));
}

/** What these donors have announced once and is still open, the newest first. */
export async function listOpenPledgesOf(db: Database, donorIds: readonly string[]): Promise<OwnPledge[]> {
  const rows = await db
    .selectFrom('giving.pledges')
    .select(['id', 'number', 'amount_jpy', 'fund_id', 'channel', 'expires_at'])
    .where(theirs(donorIds))
    .where('state', '=', 'open')
    .orderBy('made_at', 'desc')
    .limit(MOST_SHOWN)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    amount: row.amount_jpy,
    fund: row.fund_id as Fund,
    channel: row.channel,
    expiresAt: row.expires_at,
  }));
}
