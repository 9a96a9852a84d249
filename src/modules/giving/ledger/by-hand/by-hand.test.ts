import { describe, expect, test } from 'vitest';
import { ask, press, signIn } from '../../../../../test/support/caller.ts';
import { openProduct } from '../../../../../test/support/product.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { book, moved } from '../book.ts';
import { readTrialBalance } from '../store/trial-balance.ts';

const product = await openProduct();
const { db } = product.database;
const treasurer = await signIn(product, product.ids.treasurer);
const typed = {
  kind: 'expense',
  occurredOn: '2026-11-20',
  amount: '1,200',
  from: 'bank',
  to: 'program_costs',
};
const bookIt = (more: Partial<typeof typed> & { memo?: string } = {}) =>
  press(product, treasurer, '/en/books/ledger/new', { ...typed, fund: 'classes', memo: '', ...more });
const standsAt = async (account: string) =>
  (await readTrialBalance(db, 2026)).find((one) => one.account === account)?.after ?? 0;
const idOf = (answer: Response) => answer.headers.get('location')?.split('/').at(-1) ?? '';

describe('what is booked by hand', () => {
  test.each([
    ['expense', 'bank', 'program_costs', -1200],
    ['income', 'grants', 'bank', 1200],
    ['opening', 'carried_forward', 'bank', 1200],
    ['transfer', 'bank', 'cash', -1200],
    ['transfer', 'bank', 'unexplained', -1200],
  ] as const)('%s from %s to %s moves the bank account by %d', async (kind, from, to, by) => {
    const before = await standsAt('bank');
    expect((await bookIt({ kind, from, to })).status).toBe(303);
    expect(await standsAt('bank')).toBe(before + by);
  });

  test.each([
    ['from', { from: 'grants' }],
    ['to', { to: 'donations' }],
    ['to', { kind: 'transfer', to: 'bank' }],
    ['amount', { amount: '-1' }],
    ['occurredOn', { occurredOn: '2026-11-25' }],
  ] as const)('is refused beside %s: %j', async (field, more) => {
    const answer = await bookIt(more);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(`href="#${field}"`);
  });

  test('is taken back once, with a reason, and both stay', async () => {
    const before = await standsAt('bank');
    const id = idOf(await bookIt());
    const back = () => press(product, treasurer, `/en/books/ledger/${id}/reversal`, { reason: 'Twice' });
    expect((await back()).status).toBe(303);
    expect((await back()).status).toBe(422);
    expect(await standsAt('bank')).toBe(before);
    expect(await (await ask(product, treasurer, `/en/books/ledger/${id}`)).text()).toContain('Twice');
  });

  test('is taken back here only: neither a gift, nor what the provider told of, nor a line of the bank', async () => {
    const gift = {
      channel: 'cash',
      amount: '500',
      receivedOn: '2026-11-20',
      fund: 'general',
      isOfNobody: 'on',
    };
    await press(product, treasurer, '/en/books/gifts/new', { ...gift, kind: 'person' });
    const entries = moved(100, 'general', { from: 'payment_provider', to: 'payment_fees' });
    const occurredOn = Temporal.PlainDate.from('2026-11-20');
    const by = { personId: null, now: product.clock() };
    await inTransaction(db, (tx) => book(tx, { kind: 'fee', occurredOn, source: 'fee:ch_1', entries, by }));
    const others = await db
      .selectFrom('giving.transactions as t')
      .leftJoin('giving.gifts as g', 'g.transaction_id', 't.id')
      .leftJoin('giving.bank_lines as l', 'l.transaction_id', 't.id')
      .select('t.id')
      .where(({ eb, or }) =>
        or([eb('g.id', 'is not', null), eb('l.id', 'is not', null), eb('t.kind', '=', 'fee')]),
      )
      .execute();
    expect(others.length).toBeGreaterThan(2);
    for (const { id } of others) {
      const path = `/en/books/ledger/${id}/reversal`;
      expect((await press(product, treasurer, path, { reason: 'Wrong' })).status).toBe(422);
    }
  });

  test('stands again when its taking back is taken back', async () => {
    const before = await standsAt('bank');
    const back = (id: string) =>
      press(product, treasurer, `/en/books/ledger/${id}/reversal`, { reason: 'Twice' });
    const id = idOf(await bookIt());
    await back(id);
    const taken = await db
      .selectFrom('giving.transactions')
      .select('id')
      .where('reverses', '=', id)
      .executeTakeFirstOrThrow();
    expect((await back(taken.id)).status).toBe(303);
    expect(await standsAt('bank')).toBe(before - 1200);
  });

  test('is looked for in a month; what is none is all of them', async () => {
    for (const month of ['0000-01', '2026-13', '9999-12'])
      expect((await ask(product, treasurer, `/en/books/ledger?month=${month}`)).status).toBe(200);
  });
});

describe('accountants take along', () => {
  const file = async (encoding: string) => {
    const fields = { fiscalYear: '2026', month: '2026-11', account: '', encoding };
    const answer = await press(product, treasurer, '/en/books/ledger.csv', fields);
    return Buffer.from(await answer.arrayBuffer());
  };

  test('a month of the ledger, in which nothing is a formula and amounts are numbers', async () => {
    const words = ['=1+1', '＋1', '@x', '-2'];
    for (const memo of words) expect((await bookIt({ memo })).status).toBe(303);
    expect((await bookIt({ memo: 'of October', occurredOn: '2026-10-31' })).status).toBe(303);
    const text = (await file('utf-8')).toString();
    expect(text.codePointAt(0)).toBe(0xfeff);
    for (const memo of words) expect(text).toContain(`,'${memo},`);
    expect(text).toMatch(/,Program costs,Japanese class for children,1200,,/);
    expect(text).not.toContain('of October');
    const balance = text
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.split(','))
      .reduce((sum, cells) => sum + Number(cells[4]) - Number(cells[5]), 0);
    expect(balance).toBe(0);
  });

  test('it in Shift_JIS as well', async () => {
    expect((await file('shift_jis')).subarray(0, 3).toString('hex')).not.toBe('efbbbf');
  });
});

describe('closing', () => {
  const close = (until: string) => press(product, treasurer, '/en/books/closing', { until });
  const page = async () => (await ask(product, treasurer, '/en/books/closing')).text();

  test('takes whole months that are over, and never an earlier one again', async () => {
    for (const until of ['2026-11-30', '2026-10-30', '2026-11-23'])
      expect((await close(until)).status).toBe(422);
    expect((await close('2026-09-30')).status).toBe(303);
    expect((await close('2026-08-31')).status).toBe(422);
    expect((await close('2026-09-30')).status).toBe(422);
    expect((await bookIt({ occurredOn: '2026-09-30' })).status).toBe(422);
    expect((await bookIt({ occurredOn: '2026-10-01' })).status).toBe(303);
  });

  test('is offered only while a month is over that is not closed', async () => {
    expect(await page()).toContain('name="until"');
    expect((await close('2026-10-31')).status).toBe(303);
    expect(await page()).not.toContain('name="until"');
    expect(await page()).toContain('The next month can be closed once it is over');
  });
});
