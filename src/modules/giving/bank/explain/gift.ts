import type { Tx } from '../../../../platform/database/connect.ts';
import type { Locale } from '../../../../platform/languages/locales.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { findDonor, insertDonor } from '../../donors/store.ts';
import { receiveGift } from '../../gifts/receive.ts';
import type { By, Channel, Fund } from '../../types.ts';
import { type BookablePledge, listPledgesByNumber } from '../store/donor-names.ts';
import { insertGiftExplanation } from '../store/explanations.ts';
import { moveLine } from '../store/lines.ts';
import type { ExplainedBy, Line } from '../types.ts';
import { type Deciding, enterLine } from './enter.ts';

/** A line, or one part of it, as somebody's gift. */
export interface GiftOfLine {
  readonly donorId: string | null;
  readonly pledge?: BookablePledge;
  readonly fund: Fund;
  readonly amount: number;
  readonly channel: Channel;
  readonly explainedBy: ExplainedBy;
  /** Which part of it, from 0. */
  readonly part: number;
  readonly by: By;
}

/** Books a gift of what was unexplained, and says so beside its line; that the line is explained says the caller. */
export async function bookGift(
  tx: Tx,
  line: Pick<Line, 'id' | 'version' | 'day'>,
  gift: GiftOfLine,
): Promise<void> {
  const { pledge, amount, by } = gift;
  // Explained, undone and explained again, it is another version of its line.
  const source = `bank:${line.id}:${line.version}:${gift.part}`;
  const giftId = await receiveGift(tx, {
    source,
    donorId: gift.donorId,
    pledgeId: pledge?.id ?? null,
    campaignId: pledge?.campaignId ?? null,
    fund: gift.fund,
    amount,
    channel: gift.channel,
    givenOn: line.day,
    receivedOn: line.day,
    isAnonymous: pledge?.isAnonymous ?? false,
    from: 'unexplained',
    by,
  });
  if (giftId === null) throw new Error(`${source} is booked already`);
  const { explainedBy } = gift;
  await insertGiftExplanation(tx, { lineId: line.id, explainedBy, amount, giftId, by });
}

/** Books all of a line as what was announced by a pledge, whatever its state. */
export async function bookPledge(
  tx: Tx,
  line: Line,
  { pledge, ...how }: { readonly pledge: BookablePledge } & Pick<GiftOfLine, 'explainedBy' | 'by'>,
): Promise<void> {
  const { donorId, fund } = pledge;
  await bookGift(tx, line, { ...how, donorId, pledge, fund, amount: line.amount, channel: 'bank', part: 0 });
  await moveLine(tx, line.id, { state: 'explained' });
}

const MONEY_IN = { state: 'unexplained', kind: 'in' } as const;

/** Explains a line by the number of a pledge. Refuses a number that none has. */
export async function explainByPledge(
  tx: Tx,
  on: Deciding & { readonly number: number },
): Promise<Outcome<null>> {
  const line = await enterLine(tx, on, MONEY_IN);
  if (!line.ok) return line;
  const pledge = (await listPledgesByNumber(tx, [on.number])).get(on.number);
  if (!pledge) return refuse('pledge_is_unknown', {}, 'pledgeNumber');
  await bookPledge(tx, line.value, { pledge, explainedBy: 'person', by: on.by });
  return accept(null);
}

/** Explains a line as a gift of somebody who announced nothing. Refuses a donor who is not there. */
export async function explainByDonor(
  tx: Tx,
  on: Deciding & { readonly donorId: string; readonly fund: Fund },
): Promise<Outcome<null>> {
  const line = await enterLine(tx, on, MONEY_IN);
  if (!line.ok) return line;
  const donor = await findDonor(tx, on.donorId);
  if (!donor) return refuse('donor_is_unknown');
  await bookWhole(tx, line.value, { ...on, donorId: donor.id });
  return accept(null);
}

/** The same for somebody who gives for the first time. */
export async function explainByNewDonor(
  tx: Tx,
  on: Deciding & {
    readonly name: string;
    readonly kana: string | null;
    readonly kind: 'person' | 'organization';
    readonly locale: Locale;
    readonly fund: Fund;
  },
): Promise<Outcome<null>> {
  const line = await enterLine(tx, on, MONEY_IN);
  if (!line.ok) return line;
  const { name, kana, kind, locale } = on;
  await bookWhole(tx, line.value, {
    ...on,
    donorId: await insertDonor(tx, { name, kana, kind, locale, now: on.by.now }),
  });
  return accept(null);
}

async function bookWhole(
  tx: Tx,
  line: Line,
  { donorId, fund, by }: { readonly donorId: string; readonly fund: Fund; readonly by: By },
): Promise<void> {
  const { amount } = line;
  await bookGift(tx, line, { donorId, fund, amount, channel: 'bank', explainedBy: 'person', part: 0, by });
  await moveLine(tx, line.id, { state: 'explained' });
}
