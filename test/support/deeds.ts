import { insertDeed } from '../../src/modules/giving/deeds/store/deeds.ts';
import type { DeedKind } from '../../src/modules/giving/deeds/types.ts';
import { insertDonor } from '../../src/modules/giving/donors/store.ts';
import { receiveGift } from '../../src/modules/giving/gifts/receive.ts';
import type { Receiving } from '../../src/modules/giving/gifts/types.ts';
import { book, moved } from '../../src/modules/giving/ledger/book.ts';
import type { Fund } from '../../src/modules/giving/types.ts';
import type { Database } from '../../src/platform/database/connect.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';

const NOW = Temporal.Instant.from('2026-06-15T09:00:00+09:00');
const by = { personId: null, now: NOW };

/** So many deeds of a month, each of another object unless one is given. */
export async function didSo(
  db: Database,
  many: number,
  { month, kind = 'visit', objectId }: { month: string; kind?: DeedKind; objectId?: string },
): Promise<void> {
  const doneIn = Temporal.PlainDate.from(`${month}-01`);
  const program = kind === 'visit' ? 'spot' : 'pairs';
  await inTransaction(db, async (tx) => {
    for (let at = 0; at < many; at++)
      await insertDeed(tx, {
        ...{ kind, program, doneIn, now: NOW },
        objectId: objectId ?? crypto.randomUUID(),
        part: objectId ? `${month.slice(-2)}_${at}` : 'whole',
      });
  });
}

/** Somebody gives so much. @returns the gift's id */
export async function given(
  db: Database,
  amount: number,
  more: Partial<Receiving> & { readonly email?: string; readonly on?: string; readonly name?: string } = {},
): Promise<string> {
  const { email, on = '2026-04-10', name = 'Sita', ...gift } = more;
  const day = Temporal.PlainDate.from(on);
  const id = await inTransaction(db, async (tx) =>
    receiveGift(tx, {
      source: `test:${crypto.randomUUID()}`,
      donorId: await insertDonor(tx, { name, email: email ?? null, locale: 'en', now: NOW }),
      fund: 'spot',
      amount,
      channel: 'bank',
      givenOn: day,
      receivedOn: day,
      by,
      ...gift,
    }),
  );
  if (!id) throw new Error('it was booked before');
  return id;
}

/** Something is paid for a purpose. */
export async function spent(db: Database, amount: number, on: string, fund: Fund = 'spot'): Promise<void> {
  const entries = moved(amount, fund, { from: 'bank', to: 'program_costs' });
  const occurredOn = Temporal.PlainDate.from(on);
  const source = `test:${crypto.randomUUID()}`;
  await inTransaction(db, (tx) => book(tx, { kind: 'expense', occurredOn, source, entries, by }));
}
