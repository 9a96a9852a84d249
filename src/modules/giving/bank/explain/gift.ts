import type { Tx } from '../../../../platform/database/connect.ts';
import type { Locale } from '../../../../platform/languages/locales.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { findDonor, insertDonor } from '../../donors/store.ts';
import { receiveGifts } from '../../gifts/receive.ts';
import type { Receiving } from '../../gifts/types.ts';
import type { By, Channel, Fund } from '../../types.ts';
import { insertGiftExplanations } from '../store/explanations.ts';
import { markExplained, moveLine } from '../store/lines.ts';
import { type BookablePledge, listPledgesByNumber } from '../store/pledges.ts';
import type { ExplainedBy, Line } from '../types.ts';
import { type Deciding, enterLine } from './enter.ts';

/** A line, or one part of it, as somebody's gift. */
export interface GiftOfLine {
  readonly line: Pick<Line, 'id' | 'version' | 'day'>;
  readonly donorId: string | null;
  readonly pledge?: BookablePledge;
  readonly fund: Fund;
  readonly amount: number;
  readonly channel: Channel;
  readonly explainedBy: ExplainedBy;
  /** Which part of it, from 0. */
  readonly part: number;
}

/** So many gifts go by one statement. */
const AT_ONCE = 1_000;

/** Books gifts of what was unexplained, and says so beside their lines; that those are explained says the caller. */
export async function bookGifts(tx: Tx, gifts: readonly GiftOfLine[], by: By): Promise<void> {
  for (let from = 0; from < gifts.length; from += AT_ONCE) {
    const some = gifts.slice(from, from + AT_ONCE);
    const giftIds = await receiveGifts(
      tx,
      some.map((gift) => toReceiving(gift, by)),
    );
    const told = some.map(({ line, explainedBy, amount }, at) => {
      return { lineId: line.id, explainedBy, amount, giftId: giftIds[at] ?? '' };
    });
    await insertGiftExplanations(tx, told, by);
  }
}

function toReceiving({ line, donorId, pledge, fund, amount, channel, part }: GiftOfLine, by: By): Receiving {
  return {
    // Explained, undone and explained again, it is another version of its line.
    source: `bank:${line.id}:${line.version}:${part}`,
    donorId,
    pledgeId: pledge?.id ?? null,
    campaignId: pledge?.campaignId ?? null,
    fund,
    amount,
    channel,
    givenOn: line.day,
    receivedOn: line.day,
    isAnonymous: pledge?.isAnonymous ?? false,
    from: 'unexplained',
    by,
  };
}

/** Books all of each line as what was announced by a pledge, whatever its state. */
export async function bookPledges(
  tx: Tx,
  announced: readonly ({ readonly line: Line; readonly pledge: BookablePledge } & Pick<
    GiftOfLine,
    'explainedBy'
  >)[],
  by: By,
): Promise<void> {
  const gifts = announced.map(({ line, pledge, explainedBy }) => {
    const { donorId, fund } = pledge;
    return {
      line,
      donorId,
      pledge,
      fund,
      amount: line.amount,
      channel: 'bank',
      explainedBy,
      part: 0,
    } as const;
  });
  await bookGifts(tx, gifts, by);
  await markExplained(
    tx,
    announced.map(({ line }) => line.id),
  );
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
  await bookPledges(tx, [{ line: line.value, pledge, explainedBy: 'person' }], on.by);
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
  const gift = { line, donorId, fund, amount, channel: 'bank', explainedBy: 'person', part: 0 } as const;
  await bookGifts(tx, [gift], by);
  await moveLine(tx, line.id, { state: 'explained' });
}
