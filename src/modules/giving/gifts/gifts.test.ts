import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { ask, press, signIn } from '../../../../test/support/caller.ts';
import { makeCampaign } from '../../../../test/support/campaigns.ts';
import { openProduct } from '../../../../test/support/product.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { dayInJapan } from '../../people/index.ts';
import { book, moved } from '../ledger/book.ts';
import { readTrialBalance } from '../ledger/store/trial-balance.ts';
import { receiptBy } from './channels.ts';
import { receiveGift } from './receive.ts';
import { returnGift } from './return.ts';

const product = await openProduct();
const { db } = product.database;
const treasurer = await signIn(product, product.ids.treasurer);
const by = { personId: product.ids.treasurer, now: product.clock() };
const today = dayInJapan(by.now);

const typed = {
  channel: 'cash',
  amount: '12,000',
  receivedOn: '2026-11-20',
  givenOn: '',
  fund: 'classes',
  campaign: '',
  memo: '会場で',
  name: '髙﨑 花子',
  kana: '',
  email: 'hanako@otonari.example',
  address: '',
  kind: 'person',
};
const enter = (more: Partial<Record<keyof typeof typed | 'isOfNobody' | 'donorId', string>> = {}) =>
  press(product, treasurer, '/en/books/gifts/new', { ...typed, ...more });
const giftsOf = (name: string) =>
  db
    .selectFrom('giving.gifts as g')
    .innerJoin('giving.donors as d', 'd.id', 'g.donor_id')
    .select(['g.id', 'g.amount_jpy', 'g.donor_id', 'g.given_on', 'g.state', 'g.returned_jpy'])
    .where('d.name', '=', name)
    .execute();
const standsAt = async (account: string) =>
  (await readTrialBalance(db, 2026)).find((one) => one.account === account)?.after ?? 0;

describe('a gift entered by hand', () => {
  test('is booked, with whoever is known by mail address and name', async () => {
    const before = await standsAt('cash');
    expect((await enter()).status).toBe(303);
    expect((await enter({ amount: '３０００', name: '髙﨑花子' })).status).toBe(303);
    const gifts = await giftsOf('髙﨑 花子');
    expect(gifts.map(({ amount_jpy }) => amount_jpy).toSorted((a, b) => a - b)).toEqual([3000, 12000]);
    expect(new Set(gifts.map(({ donor_id }) => donor_id)).size).toBe(1);
    expect(gifts[0]?.given_on.toString()).toBe('2026-11-20');
    expect(await standsAt('cash')).toBe(before + 15_000);
    const page = await (await ask(product, treasurer, '/en/books/gifts?donor=hanako%40&channel=cash')).text();
    expect(page).toContain('¥12,000');
  });

  test('leads to whoever gave it, and says for which campaign it counts', async () => {
    await inTransaction(db, (tx) => makeCampaign(tx, { slug: 'winter', now: product.clock() }));
    expect((await enter({ name: 'Ann Bo', email: '', campaign: 'winter' })).status).toBe(303);
    const [gift] = await giftsOf('Ann Bo');
    const page = await (await ask(product, treasurer, `/en/books/gifts/${gift?.id}`)).text();
    expect(page).toContain(`href="/en/books/donors/${gift?.donor_id}"`);
    expect(page).toContain('winter en');
  });

  test('of the same name and another mail address is somebody else’s', async () => {
    expect((await enter({ email: 'another@otonari.example' })).status).toBe(303);
    expect(new Set((await giftsOf('髙﨑 花子')).map(({ donor_id }) => donor_id)).size).toBe(2);
  });

  test.each([
    ['amount', '0'],
    ['amount', '-5'],
    ['amount', '1.5'],
    ['amount', '1000000000000'],
    ['receivedOn', '2026-11-25'],
    ['receivedOn', '2026-02-30'],
    ['givenOn', '2026-11-21'],
    ['channel', 'card'],
    ['campaign', 'never-there'],
    ['email', 'hanako@'],
    ['name', ' \u200b '],
    ['name', 'Ann\u0007 Lee'],
    ['name', 'Ann\nLee'],
    ['name', 'Win at evil.example/now'],
    ['kana', 'evil.com'],
  ] as const)('is refused with %s %j, and nothing is booked', async (field, value) => {
    const before = await standsAt('donations');
    const answer = await enter({ [field]: value });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(`href="#${field}"`);
    expect(await standsAt('donations')).toBe(before);
  });

  test('can be nobody’s, and blanks within a name are one', async () => {
    expect((await enter({ name: '', isOfNobody: 'on' })).status).toBe(303);
    expect((await enter({ name: 'Ann\t  Lee', email: '' })).status).toBe(303);
    expect(await giftsOf('Ann Lee')).toHaveLength(1);
  });
});

describe('money that goes back', () => {
  const given = async (source: string) => {
    const id = await inTransaction(db, (tx) =>
      receiveGift(tx, {
        source,
        donorId: null,
        fund: 'general',
        amount: 5000,
        channel: 'bank',
        givenOn: today,
        receivedOn: today,
        by,
      }),
    );
    return id ?? '';
  };
  const back = (giftId: string, source: string, amount: number) =>
    inTransaction(db, (tx) =>
      returnGift(tx, { giftId, source, kind: 'refund', amount, occurredOn: today, by }),
    );
  const stateOf = (id: string) =>
    db
      .selectFrom('giving.gifts')
      .select(['state', 'returned_jpy'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();

  test('goes back once whoever tells of it, and never more than was given', async () => {
    const id = await given('test:back');
    const before = await standsAt('bank');
    await Promise.all([1, 2, 3].map(() => back(id, 'refund:re_1', 2000)));
    expect(await stateOf(id)).toEqual({ state: 'received', returned_jpy: 2000 });
    await expect(back(id, 'refund:re_2', 3001)).rejects.toThrow(/check/);
    await back(id, 'refund:re_3', 3000);
    expect(await stateOf(id)).toEqual({ state: 'refunded', returned_jpy: 5000 });
    expect(await standsAt('bank')).toBe(before - 5000);
  });

  test('a wrong entry is taken back to the yen by what is left of it, once, and both stay', async () => {
    const id = await given('test:wrong');
    await back(id, 'refund:re_4', 1000);
    const before = await standsAt('bank');
    const correct = () =>
      press(product, treasurer, `/en/books/gifts/${id}/correction`, { reason: 'Entered twice' });
    expect((await correct()).status).toBe(303);
    expect((await correct()).status).toBe(422);
    expect(await standsAt('bank')).toBe(before - 4000);
    expect(await stateOf(id)).toEqual({ state: 'corrected', returned_jpy: 5000 });
    const page = await (await ask(product, treasurer, `/en/books/gifts/${id}`)).text();
    expect(page).toContain('Entered twice');
  });
});

describe('a month that is closed', () => {
  const close = (day: string) => sql`update giving.books set closed_until = ${day}`.execute(db);

  test('takes no entry by anybody; what comes in late stands on the first open day', async () => {
    await close('2026-10-31');
    const answer = await enter({ receivedOn: '2026-10-31' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('2026-10-31');
    const id = await inTransaction(db, (tx) =>
      book(tx, {
        kind: 'gift',
        occurredOn: Temporal.PlainDate.from('2026-10-03'),
        source: 'charge:late',
        entries: moved(3000, 'general', { from: 'donations', to: 'payment_provider' }),
        by: { ...by, personId: null },
      }),
    );
    const late = await db
      .selectFrom('giving.transactions')
      .select('occurred_on')
      .where('id', '=', id)
      .executeTakeFirst();
    expect(late?.occurred_on.toString()).toBe('2026-11-01');
    const past = sql`insert into giving.transactions (kind, occurred_on, recorded_at, source)
      values ('gift', '2026-10-31', now(), 'test:past')`;
    await expect(past.execute(db)).rejects.toThrow(/closed/);
  });

  test('is never opened again', async () => {
    await expect(close('2026-10-30')).rejects.toThrow(/not opened/);
  });
});

test('platforms write receipts for what came through them', () => {
  expect((['give_one', 'benevity', 'cash', 'matching', 'card'] as const).map(receiptBy)).toEqual([
    'platform',
    'platform',
    'us',
    'us',
    'us',
  ]);
});
