import { describe, expect, test } from 'vitest';
import { ask, press, signIn } from '../../../../../test/support/caller.ts';
import { openProduct } from '../../../../../test/support/product.ts';
import { inShiftJis } from '../../../../kits/papers/index.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { bookLines, type ImportKind } from './book-lines.ts';
import { readImport } from './read.ts';

const product = await openProduct();
const { db } = product.database;
const by = { personId: product.ids.treasurer, now: product.clock() };
const bytes = (text: string) => new TextEncoder().encode(text);
const linesOf = (text: string) => {
  const read = readImport(bytes(text));
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
};
const count = async () =>
  Number(
    (await db.selectFrom('giving.transactions').select(db.fn.countAll().as('many')).executeTakeFirst())?.many,
  );

class Back extends Error {}
/** As a request does it: what is refused leaves nothing behind. */
async function bookIt(text: string, kind: ImportKind) {
  try {
    return await inTransaction(db, async (tx) => {
      const booked = await bookLines(tx, linesOf(text), { kind, by });
      if (!booked.ok) throw new Back(booked.refusals.map(({ code }) => code).join(' '));
      return booked.value;
    });
  } catch (problem) {
    if (problem instanceof Back) return problem.message;
    throw problem;
  }
}

const GIFTS = `日付,寄付者名,メール,金額,使いみち,番号
2026/11/05,山田 太郎,taro@otonari.example,"3,000円",子どもの日本語教室,G-1
2026年11月5日,Ann Lee,,５０００,,G-2
20261106,,,1000,spot,G-3
`;

describe('a table of gifts', () => {
  test('is read in any of the usual writings, also in Shift_JIS', () => {
    const sjis = inShiftJis(GIFTS.replace('５０００', '5000'));
    const read = sjis.ok ? readImport(sjis.value) : null;
    expect(read?.ok && read.value.map(({ line, amount, fund, name }) => [line, amount, fund, name])).toEqual([
      [2, 3000, 'classes', '山田 太郎'],
      [3, 5000, 'general', 'Ann Lee'],
      [4, 1000, 'spot', null],
    ]);
    expect(new Set(linesOf(GIFTS).map(({ day }) => day.toString()))).toEqual(
      new Set(['2026-11-05', '2026-11-06']),
    );
  });

  test('is booked once, however often it is sent', async () => {
    expect(await bookIt(GIFTS, 'give_one')).toBe(3);
    const before = await count();
    const donors = () => db.selectFrom('giving.donors').select('id').execute();
    const known = (await donors()).length;
    expect(await bookIt(GIFTS, 'give_one')).toBe(0);
    expect(await count()).toBe(before);
    expect(await donors()).toHaveLength(known);
    // The same numbers of another platform are other gifts.
    expect(await bookIt(GIFTS, 'benevity')).toBe(3);
  });

  test('sent twice at once is booked once, and leaves nobody behind who has given nothing', async () => {
    const table = 'date,amount,name,email\n2026-11-05,3000,Twice,twice@otonari.example\n';
    const booked = await Promise.all([bookIt(table, 'cash'), bookIt(table, 'cash')]);
    expect(booked.toSorted()).toEqual([0, 1]);
    const donors = await db
      .selectFrom('giving.donors')
      .select('id')
      .where('email', '=', 'twice@otonari.example')
      .execute();
    expect(donors).toHaveLength(1);
  });

  test('with a day that is closed by now changes nothing either', async () => {
    const old = 'date,amount,name\n2026-09-07,2000,Bo\n';
    expect(await bookIt(old, 'cash')).toBe(1);
    await db
      .updateTable('giving.books')
      .set({ closed_until: Temporal.PlainDate.from('2026-09-30') })
      .execute();
    expect(await bookIt(old, 'cash')).toBe(0);
    expect(await bookIt(`${old}2026-09-08,2000,Bo\n`, 'cash')).toContain('books_are_closed');
  });

  test('without numbers keeps two equal gifts of a day as two', async () => {
    const twice = 'date,amount,name\n2026-11-07,2000,Bo\n2026-11-07,2000,Bo\n';
    expect(await bookIt(twice, 'cash')).toBe(2);
    expect(await bookIt(twice, 'cash')).toBe(0);
    expect(await bookIt(`${twice}2026-11-07,2000,Bo\n`, 'cash')).toBe(1);
  });

  test('of which one line is wrong is not booked at all', async () => {
    const before = await count();
    const wrong = 'date,amount,name\n2026-11-07,100,Cy\n2026-12-24,100,Dee\n';
    expect(await bookIt(wrong, 'cash')).toBe('import_line_is_refused booked_day_is_to_come');
    expect(await bookIt('date,amount,campaign\n2026-11-07,100,none\n', 'cash')).toContain('no_such_campaign');
    expect(await count()).toBe(before);
  });
});

test.each([
  ['', 'import_needs_heads'],
  ['name,sum\nBo,1\n', 'import_needs_heads'],
  ['date,amount\n', 'import_is_empty'],
  ['date,amount\n2026-02-30,1\n', 'import_day_is_none'],
  ['date,amount\n令和8年,1\n', 'import_day_is_none'],
  ['date,amount\n2026-11-07,0\n', 'import_amount_is_none'],
  ['date,amount\n2026-11-07,-5\n', 'import_amount_is_none'],
  ['date,amount\n2026-11-07,1.5\n', 'import_amount_is_none'],
  ['date,amount\n2026-11-07,"1,5"\n', 'import_amount_is_none'],
  // January or November?
  ['date,amount\n2026111,1\n', 'import_day_is_none'],
  ['date,amount\n2026-11-07,1000000000000\n', 'import_amount_is_none'],
  ['date,amount,fund\n2026-11-07,1,rockets\n', 'import_purpose_is_not_ours'],
  ['date,amount,name\n2026-11-07,1,A\u0007b\n', 'file_is_no_text'],
  [`date,amount,name\n2026-11-07,1,${'x'.repeat(201)}\n`, 'import_words_are_unusable'],
  ['date,amount,email\n2026-11-07,1,nobody@\n', 'import_words_are_unusable'],
  ['date,amount,name\n2026-11-07,1,Win at evil.example/now\n', 'import_name_holds_address'],
  // What is too long to be a name is not looked through: that takes the square of its length.
  [`date,amount,name\n2026-11-07,1,${'x'.repeat(201)} evil.example/now\n`, 'import_words_are_unusable'],
])('%j is refused: %s', (text, code) => {
  const read = readImport(bytes(text));
  expect(read.ok ? null : read.refusal.code).toBe(code);
});

test('expenses are booked for what their line says', async () => {
  const table = 'date,amount,account,memo\n2026-11-08,700,管理費,切手\n2026-11-08,800,,交通費\n';
  expect(await bookIt(table, 'expense')).toBe(2);
  expect(await bookIt('date,amount,account\n2026-11-08,1,Donations\n', 'expense')).toContain(
    'not_of_this_kind',
  );
  const rows = await db
    .selectFrom('giving.entries')
    .select(['account_id', 'amount_jpy'])
    .where('amount_jpy', 'in', [700, 800])
    .execute();
  expect(rows.map(({ account_id }) => account_id).toSorted()).toEqual(['office_costs', 'program_costs']);
});

test('nothing is booked that was not looked at: the page needs a table that was sent', async () => {
  const treasurer = await signIn(product, product.ids.treasurer);
  expect((await ask(product, treasurer, '/en/books/import/check')).status).toBe(303);
  const before = await count();
  const answer = await press(product, treasurer, '/en/books/import/check', { version: '1' });
  expect([303, 422]).toContain(answer.status);
  expect(await count()).toBe(before);
});
