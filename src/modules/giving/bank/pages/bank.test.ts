import { describe, expect, test } from 'vitest';
import { ask, press, signIn } from '../../../../../test/support/caller.ts';
import { bankFile } from '../../../../../test/support/giving-bank.ts';
import { openProduct } from '../../../../../test/support/product.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { insertDonor } from '../../donors/store.ts';
import { insertPledge } from '../../pledges/store.ts';

const product = await openProduct();
const { db } = product.database;
const treasurer = await signIn(product, product.ids.treasurer);
const send = (bytes: Uint8Array<ArrayBuffer> | string, name = 'bank.txt') =>
  press(product, treasurer, '/en/books/bank', {}, { file: new File([bytes], name) });
const zengin = (...args: Parameters<typeof bankFile>) => new Uint8Array(bankFile(...args));
const placeOf = (answer: Response) => answer.headers.get('location') ?? '';
const read = async (path: string) => (await ask(product, treasurer, path)).text();
const countImports = async () => (await db.selectFrom('giving.bank_imports').select('id').execute()).length;

/** Brings a file and takes it in. @returns the page that follows */
async function takeIn(bytes: Uint8Array<ArrayBuffer>): Promise<Response> {
  return press(product, treasurer, placeOf(await send(bytes)), {});
}

let day = 1;
/** A new line that waits, by its id. */
async function newLine(more: Partial<Parameters<typeof bankFile>[0][number]> = {}): Promise<string> {
  const on = String(day++).padStart(2, '0');
  const layout = more.direction === 'out' ? '03' : '01A';
  const line = { day: `0810${on}`, amount: 3000, name: 'ｷﾑﾗ ｿﾗ', ...more };
  await takeIn(zengin([line], layout, layout === '03' ? { number: '7654321' } : {}));
  const { id } = await db
    .selectFrom('giving.bank_lines')
    .select('id')
    .where('day', '=', Temporal.PlainDate.from(`2026-10-${on}`))
    .executeTakeFirstOrThrow();
  return id;
}

const lineOf = (id: string) =>
  db
    .selectFrom('giving.bank_lines')
    .select(['state', 'version'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

/** Sends one of the forms of a line. */
async function say(id: string, what: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  const { version } = await lineOf(id);
  return press(product, treasurer, `/en/books/bank/lines/${id}/${what}`, {
    version: String(version),
    ...fields,
  });
}

describe('a file', () => {
  test('is shown before it is taken in, once; then its lines wait in the queue', async () => {
    const shown = placeOf(await send(zengin([{ day: '081121', amount: 4321, name: 'ﾀｶｷﾞ ﾕｳ' }])));
    const html = await read(shown);
    expect(html).toContain('タカギ ユウ');
    expect(html).toContain('4,321');
    expect(await read('/en/books/bank/queue')).not.toContain('タカギ ユウ');
    const taken = await press(product, treasurer, shown, {});
    expect(placeOf(taken)).toContain('/en/books/bank/queue');
    expect(await read('/en/books/bank/queue')).toContain('タカギ ユウ');
    expect((await press(product, treasurer, shown, {})).status).toBe(422);
    expect(await read(shown)).not.toContain('タカギ ユウ');
  });

  test.each([
    ['in which a line is missing', zengin([{ day: '081121', amount: 1, name: 'ﾀ' }]).subarray(0, 300)],
    ['with a NUL in it', 'Date,Deposit,Payer\n2026-11-20,\0 3000,A\n'],
    ['with a line of a million letters', `Date,Deposit,Payer\n2026-11-20,3000,${'A'.repeat(1_000_000)}\n`],
    ['that is a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1])],
    ['with nothing in it but blanks', '          \n  '],
  ])('%s is refused beside its field, and nothing of it is kept', async (_, bytes) => {
    const before = await countImports();
    const answer = await send(bytes);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('href="#file"');
    expect(await countImports()).toBe(before);
  });

  test('that is none is asked for', async () => {
    expect((await press(product, treasurer, '/en/books/bank', {})).status).toBe(422);
  });

  const table = (text: string) => new TextEncoder().encode(`取引日,摘要,出金,入金,残高\n${text}`);
  const columns = { heads: '1', day: '1', name: '2', moneyOut: '3', moneyIn: '4', balance: '5' };
  const account = { account: 'new', bank: '0001', branch: '123', kind: 'ordinary' };

  test('that is a table is asked about, and its columns are kept for the next one', async () => {
    const shown = placeOf(await send(table('2026/11/02,ﾅｶﾉ ｱｲ,,700,900\n'), 'a.csv'));
    expect(await read(shown)).not.toContain('Take in');
    const wrong = await press(product, treasurer, `${shown}/columns`, {
      ...account,
      ...columns,
      number: '1',
    });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('href="#number"');
    const fields = { ...account, ...columns, number: '5555555' };
    expect((await press(product, treasurer, `${shown}/columns`, fields)).status).toBe(303);
    expect(await read(shown)).toContain('Take in');
    expect((await press(product, treasurer, shown, {})).status).toBe(303);
  });

  test('of another kind for the same days is refused before anybody presses', async () => {
    const shown = placeOf(await send(table('2026/11/20,アオキ ハルカ,,3000,9000\n'), 'b.csv'));
    const fields = { ...account, ...columns, number: '1234567' };
    await press(product, treasurer, `${shown}/columns`, fields);
    const html = await read(shown);
    expect(html).toContain('would be counted twice');
    expect(html).not.toContain('Take in');
  });

  test('of a thousand columns is shown in few letters', async () => {
    const wide = ['Date,Deposit,Payer', `2026-11-20,3000,${'A'.repeat(9000)}`].join('\n');
    const shown = placeOf(await send(wide, 'wide.csv'));
    expect(await read(shown)).not.toContain('A'.repeat(100));
  });

  test('leaves nothing of what it says in the log', async () => {
    await takeIn(zengin([{ day: '081122', amount: 765_432, name: 'ﾆｼﾑﾗ ﾉｿﾞﾐ' }]));
    await send('Date,Deposit,Payer\n2026-11-20,NISHIMURA,NOZOMI\n', 'c.csv');
    expect(product.logged.join('\n')).not.toMatch(/ﾆｼﾑﾗ|ニシムラ|NISHIMURA|765,?432/);
    expect(product.problems).toEqual([]);
  });
});

describe('a line', () => {
  test.each([
    [
      'new-donor',
      { donorName: 'Kimura Sora', kana: 'キムラ ソラ', kind: 'person', locale: 'en', fund: 'spot' },
    ],
    ['parts', { parts: 'A,1000\nB,2100', channel: 'give_one', fee: '100', partsFund: 'general' }],
    ['income', { account: 'membership_fees', incomeFund: 'general' }],
  ])('of money in is explained by the form "%s", and that is taken back', async (what, fields) => {
    const id = await newLine();
    expect((await say(id, what, fields)).status).toBe(303);
    expect((await lineOf(id)).state).toBe('explained');
    expect(await read(`/en/books/bank/lines/${id}`)).toContain('What it was');
    expect((await say(id, 'undoing', {})).status).toBe(303);
    expect((await lineOf(id)).state).toBe('unexplained');
  });

  test('that was explained by name and amount alone says so where it is undone, and when its payer is new', async () => {
    const announce = async (amount: number) =>
      inTransaction(db, async (tx) => {
        const known = await tx
          .selectFrom('giving.donors')
          .select('id')
          .where('name', '=', 'ノゾミ ユウ')
          .executeTakeFirst();
        const madeAt = Temporal.Instant.from('2026-09-30T09:00:00+09:00');
        const donorId = known?.id ?? (await insertDonor(tx, { name: 'ノゾミ ユウ', now: madeAt }));
        const expiresAt = madeAt.add({ hours: 24 * 60 });
        await insertPledge(tx, {
          ...{ donorId, campaignId: null, fund: 'general', amount, channel: 'bank', madeAt, expiresAt },
          ...{ isAnonymous: false, inMemoryOf: null, note: null },
        });
      });
    await announce(7100);
    const first = await newLine({ amount: 7100, name: 'ﾉｿﾞﾐ ﾕｳ' });
    await announce(7200);
    const second = await newLine({ amount: 7200, name: 'ﾉｿﾞﾐ ﾕｳ' });
    const pageOf = (id: string) => read(`/en/books/bank/lines/${id}`);
    for (const id of [first, second]) {
      expect((await lineOf(id)).state).toBe('explained');
      expect(await pageOf(id)).toContain('by exact name and amount');
    }
    expect(await pageOf(first)).toContain('The first payment under this name');
    expect(await pageOf(second)).not.toContain('The first payment under this name');
    const rowOf = async (id: string) =>
      new RegExp(`id="by-name-${id}".*?</li>`, 's').exec(await read('/en/books/bank'))?.[0];
    expect(await rowOf(first)).toMatch(/¥7,100.*The first payment under this name/s);
    expect(await rowOf(second)).toMatch(/¥7,200/);
    expect(await rowOf(second)).not.toContain('The first payment');
    await say(first, 'undoing', {});
    expect((await lineOf(first)).state).toBe('unexplained');
    expect(await rowOf(first)).toBeUndefined();
  });

  test('is explained as suggested in the queue, by the announced gift', async () => {
    const { number, id: pledgeId } = await db
      .selectFrom('giving.pledges')
      .select(['number', 'id'])
      .where('state', '=', 'open')
      .executeTakeFirstOrThrow();
    const id = await newLine({ name: `ｱｵｷ ﾊﾙｶ ${number}` });
    expect(await read('/en/books/bank/queue')).toContain(`name="pledgeNumber" value="${number}"`);
    expect((await say(id, 'pledge', { pledgeNumber: `${number}` })).status).toBe(303);
    const gifts = await db
      .selectFrom('giving.gifts')
      .select('amount_jpy')
      .where('pledge_id', '=', pledgeId)
      .execute();
    expect(gifts).toEqual([{ amount_jpy: 3000 }]);
  });

  test('is not booked from the queue where only its amount is that of an announced gift', async () => {
    const madeAt = Temporal.Instant.from('2026-10-01T03:00:00Z');
    const number = await inTransaction(db, async (tx) => {
      const donorId = await insertDonor(tx, { name: '森 あや', now: madeAt });
      const said = { isAnonymous: false, inMemoryOf: null, note: null, campaignId: null } as const;
      const what = { donorId, fund: 'general', amount: 3217, channel: 'bank' } as const;
      const expiresAt = product.clock().add({ hours: 24 });
      return (await insertPledge(tx, { ...what, ...said, madeAt, expiresAt })).number;
    });
    const id = await newLine({ name: 'ｾﾘｻﾞﾜ ﾐﾂｺ', amount: 3217 });
    const row = (await read('/en/books/bank/queue')).split(`id="line-${id}"`)[1]?.split('id="line-')[0];
    expect(row).toContain(`${number}`);
    expect(row).not.toContain('name="pledgeNumber"');
    const page = await read(`/en/books/bank/lines/${id}`);
    expect(page).toContain(`name="pledgeNumber" value="${number}"`);
    expect(page).toContain('CSV, up to 0.5 MB');
    expect(page).not.toContain('Photos');
  });

  test('is to be looked at before its month is closed', async () => {
    await newLine();
    const page = await read('/en/books/closing');
    expect(page).toMatch(/href="\/en\/books\/bank\/queue"[^>]*>\d+ lines? of the bank to look at/);
  });

  test('is explained by somebody who is looked for', async () => {
    const id = await newLine();
    const path = `/en/books/bank/lines/${id}`;
    const donorId = /id="donor-([0-9a-f-]+)"/.exec(await read(`${path}?q=吉田`))?.[1] ?? '';
    expect((await say(id, 'donor', { donorId, fund: 'general' })).status).toBe(303);
    expect(await read(path)).toContain('吉田 トメ');
  });

  test.each([
    ['expense', { account: 'office_costs', fund: 'general' }],
    ['elsewhere', {}],
  ])('of money out is explained by the form "%s"', async (what, fields) => {
    const id = await newLine({ direction: 'out' });
    expect((await say(id, what, fields)).status).toBe(303);
    expect((await lineOf(id)).state).toBe('explained');
  });

  test.each([
    ['pledge', { pledgeNumber: '12' }, 'pledgeNumber'],
    ['new-donor', { donorName: ' ' }, 'donorName'],
    ['parts', { parts: 'A,1000', channel: 'give_one' }, 'parts'],
    ['parts', { parts: 'A,3000', channel: 'give_one', fee: '-1' }, 'fee'],
    ['income', { account: 'donations' }, 'account'],
  ])('is not explained by %s with %j: it says so beside "%s"', async (what, fields, field) => {
    const id = await newLine();
    const answer = await say(id, what, fields);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(`href="#${field}"`);
    expect((await lineOf(id)).state).toBe('unexplained');
  });

  test('is never explained twice from a page that is old', async () => {
    const id = await newLine();
    const fields = { version: '1', account: 'grants', incomeFund: 'general' };
    const path = `/en/books/bank/lines/${id}/income`;
    expect((await press(product, treasurer, path, fields)).status).toBe(303);
    expect((await press(product, treasurer, path, fields)).status).toBe(422);
  });
});
