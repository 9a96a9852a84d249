import type { Tx } from '../../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { donorFor } from '../../donors/known.ts';
import { findDonor } from '../../donors/store.ts';
import { mayBookOn } from '../../ledger/open-day.ts';
import type { By, Channel, Fund } from '../../types.ts';
import { receiveGift } from '../receive.ts';
import { findCampaignId } from '../store/campaigns.ts';

/** A gift as somebody writes it down. */
export interface WrittenGift {
  readonly channel: Channel;
  /** Whole yen. */
  readonly amount: number;
  readonly receivedOn: Temporal.PlainDate;
  /** The day on which it was received, where none is written. */
  readonly givenOn: Temporal.PlainDate | null;
  readonly fund: Fund;
  /** The last part of a campaign's address. */
  readonly campaign: string | null;
  readonly memo: string;
  readonly isAnonymous: boolean;
  /** Chosen among the donors; otherwise whoever is described, or nobody. */
  readonly donorId?: string | undefined;
  readonly isOfNobody: boolean;
  readonly name: string | null;
  readonly kana: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly kind: 'person' | 'organization';
}

interface Entering {
  /** What it comes of: a gift that is there already is not entered again. */
  readonly source: string;
  readonly by: By;
}

/**
 * Enters a gift that somebody has written down. Refuses days to come, closed or in the wrong order, a campaign that is not
 * there, and a gift without a name that is not said to be nobody's.
 * @returns its id; null where its source is booked already
 */
export async function enterGift(
  tx: Tx,
  written: WrittenGift,
  { source, by }: Entering,
): Promise<Outcome<string | null>> {
  const { receivedOn, givenOn, campaign, amount, fund, channel, isAnonymous, memo } = written;
  const open = await mayBookOn(tx, receivedOn, { now: by.now, field: 'receivedOn' });
  if (!open.ok) return open;
  if (givenOn && Temporal.PlainDate.compare(givenOn, receivedOn) > 0)
    return refuse('gift_is_given_before_it_comes', {}, 'givenOn');
  const campaignId = campaign ? await findCampaignId(tx, campaign) : null;
  if (campaign && !campaignId) return refuse('there_is_no_such_campaign', {}, 'campaign');
  const donor = await whose(tx, written, by.now);
  if (!donor.ok) return donor;
  return accept(
    await receiveGift(tx, {
      source,
      donorId: donor.value,
      campaignId,
      fund,
      amount,
      channel,
      givenOn: givenOn ?? receivedOn,
      receivedOn,
      isAnonymous,
      memo,
      by,
    }),
  );
}

async function whose(
  tx: Tx,
  { donorId, isOfNobody, name, ...described }: WrittenGift,
  now: Temporal.Instant,
): Promise<Outcome<string | null>> {
  if (donorId) {
    const donor = await findDonor(tx, donorId);
    return donor ? accept(donor.id) : refuse('there_is_no_such_donor', {}, 'name');
  }
  if (isOfNobody) return accept(null);
  if (!name) return refuse('say_a_name_or_nobody', {}, 'name');
  return accept(await donorFor(tx, { ...described, name, now }));
}
