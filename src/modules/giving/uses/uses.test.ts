import { expect, test } from 'vitest';
import { ask, press, signIn, VISITOR } from '../../../../test/support/caller.ts';
import { spent } from '../../../../test/support/deeds.ts';
import { openProduct } from '../../../../test/support/product.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { book, moved } from '../ledger/book.ts';

const product = await openProduct();
const { db } = product.database;
const treasurer = await signIn(product, product.ids.treasurer);
const read = async (path: string, who = treasurer) =>
  (await (await ask(product, who, path)).text()).split('<main')[1] ?? '';
const close = (until: string) => press(product, treasurer, '/en/books/closing', { until });

test('money is told of by use and year: to the treasurer at once, to everybody once the year is closed', async () => {
  await spent(db, 120_000, '2025-05-10', 'spot');
  await spent(db, 30_000, '2026-03-31', 'classes');
  await spent(db, 1500, '2024-12-01', 'spot');
  await spent(db, 77_777, '2026-04-01', 'pairs');
  const entries = moved(6480, 'spot', { from: 'bank', to: 'office_costs' });
  const office = {
    kind: 'expense',
    occurredOn: Temporal.PlainDate.from('2025-08-01'),
    source: 'test:rent',
  } as const;
  await inTransaction(db, (tx) =>
    book(tx, { ...office, entries, by: { personId: null, now: product.clock() } }),
  );

  const desk = await read('/en/books/uses');
  expect(desk).toMatch(/Help with one thing.*?¥120,000.*?¥1,500.*?Half a year together.*?¥77,777/s);
  expect(desk).toMatch(/Running the organization.*?¥6,480.*?Total.*?¥156,480.*?¥1,500/s);
  expect(await read('/en/giving', VISITOR)).not.toContain('What the money was used for');

  await close('2026-02-28');
  const first = await read('/en/giving', VISITOR);
  expect(first).toContain('¥1,500');
  expect(first).not.toContain('120,000');
  await close('2026-03-31');
  const then = await read('/en/giving', VISITOR);
  expect(then).toMatch(/Fiscal year 2025.*?Fiscal year 2024.*?¥120,000.*?¥1,500.*?¥156,480/s);
  expect(then).not.toContain('77,777');
  expect(await read('/ja-easy/giving', VISITOR)).toContain('156,480');
});

test('coordinators see no page of it', async () => {
  const coordinator = await signIn(product, product.ids.coordinator);
  expect((await ask(product, coordinator, '/en/books/uses')).status).toBe(403);
});
