import type { Tx } from '../../../../platform/database/connect.ts';
import { accept, type Outcome } from '../../../../platform/refusal.ts';
import { insertDonor } from '../../donors/store.ts';
import { book, moved } from '../../ledger/book.ts';
import type { By, Channel, Fund } from '../../types.ts';
import { listDonorsByChannel } from '../store/donor-names.ts';
import { insertExplanation } from '../store/explanations.ts';
import { moveLine } from '../store/lines.ts';
import type { Line } from '../types.ts';
import { type Deciding, enterLine } from './enter.ts';
import { bookGifts } from './gift.ts';
import { type Part, readParts } from './parts.ts';

/** Who pays out what many have given. */
export const PLATFORMS = ['give_one', 'benevity', 'matching', 'other'] as const satisfies readonly Channel[];

/**
 * Splits what a platform paid out into the gifts that it is made of; what the platform kept is a fee. Whoever has given
 * under the same name by the same platform is the same donor, all others are new. Refuses what `readParts` refuses.
 * @returns how many gifts
 */
export async function splitPayout(
  tx: Tx,
  on: Deciding & {
    readonly bytes: Uint8Array;
    readonly fee: number;
    readonly channel: (typeof PLATFORMS)[number];
    readonly fund: Fund;
  },
): Promise<Outcome<number>> {
  const found = await enterLine(tx, on, { state: 'unexplained', kind: 'in' });
  if (!found.ok) return found;
  const line = found.value;
  const parts = readParts(on.bytes, { amount: line.amount, fee: on.fee });
  if (!parts.ok) return parts;
  const donorOf = await donorsOf(tx, parts.value, on);
  const { channel, fund } = on;
  const gifts = parts.value.map(({ name, amount }, part) => {
    const donorId = donorOf.get(name) ?? null;
    return { line, donorId, fund, amount, channel, explainedBy: 'person', part } as const;
  });
  await bookGifts(tx, gifts, on.by);
  if (on.fee > 0) await bookFee(tx, line, on);
  await moveLine(tx, line.id, { state: 'explained' });
  return accept(parts.value.length);
}

/** Who is meant by each name that is one. */
async function donorsOf(
  tx: Tx,
  parts: readonly Part[],
  { channel, by }: { readonly channel: Channel; readonly by: By },
): Promise<ReadonlyMap<string, string>> {
  const names = [...new Set(parts.map(({ name }) => name))].filter((name) => name !== '');
  const found = new Map(await listDonorsByChannel(tx, channel, names));
  for (const name of names)
    if (!found.has(name)) found.set(name, await insertDonor(tx, { name, now: by.now }));
  return found;
}

async function bookFee(
  tx: Tx,
  line: Line,
  { fee, by }: { readonly fee: number; readonly by: By },
): Promise<void> {
  const source = `bank:${line.id}:${line.version}:fee`;
  const entries = moved(fee, 'general', { from: 'unexplained', to: 'payment_fees' });
  const transactionId = await book(tx, { kind: 'fee', occurredOn: line.day, source, entries, by });
  if (transactionId === null) throw new Error(`${source} is booked already`);
  await insertExplanation(tx, {
    lineId: line.id,
    kind: 'fee',
    explainedBy: 'person',
    amount: -fee,
    transactionId,
    by,
  });
}
