import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { didSo, spent } from '../../../../test/support/deeds.ts';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { openProduct } from '../../../../test/support/product.ts';
import { jobContext, runJobs } from '../../../../test/support/run-jobs.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { listKeptMail } from '../../../platform/mail/mailbox.ts';
import { createPerson } from '../../people/index.ts';
import { countCosts } from '../deeds/cost.ts';
import { insertDonor, type NewDonor } from '../donors/store.ts';
import { receiveGift } from '../gifts/receive.ts';
import type { Receiving } from '../gifts/types.ts';
import { givingModule } from '../module.ts';
import { thankMissedTask } from './missed.ts';
import { thanksListener } from './thank.ts';

const ORIGIN = 'https://otonari.test';
const SECRET = 'a secret of at least thirty-two characters';
const house = await testHouse([givingModule({ secret: SECRET, publicUrl: ORIGIN, payments: null })]);
const { db } = house;
const now = house.clock();
const by = { personId: null, now };
const day = Temporal.PlainDate.from('2026-11-24');
const context = { db, clock: house.clock, log: pino({ level: 'silent' }) };
const path = '/giving/promises/sealed';

/** Somebody gives; heard of as often as said, at once. @returns the gift and the mails that wait for them */
async function give(
  donor: Partial<NewDonor>,
  gift: Partial<Receiving> & { readonly monthly?: 'first' | 'later'; readonly times?: number } = {},
) {
  const { monthly, times = 1, ...more } = gift;
  const source = `test:${crypto.randomUUID()}`;
  const giftId = await inTransaction(db, async (tx) =>
    receiveGift(tx, {
      source,
      donorId: await insertDonor(tx, { name: 'Sita', now, ...donor }),
      fund: 'general',
      amount: 3000,
      channel: 'card',
      givenOn: day,
      receivedOn: day,
      by,
      ...more,
    }),
  );
  if (!giftId) throw new Error('it was booked before');
  await Promise.all(Array.from({ length: times }, () => hear(giftId, monthly)));
  return { giftId, mails: await mailsOf(giftId) };
}

/** The event reaches the listener. */
function hear(giftId: string, monthly?: 'first' | 'later'): Promise<void> {
  const monthlyOf = async () => (monthly ? { isFirst: monthly === 'first', path } : null);
  const event = { id: crypto.randomUUID(), type: 'giving.gift.received', ids: { giftId } };
  return thanksListener({ publicUrl: ORIGIN, monthlyOf }).handle(event, context);
}

/** What waits to be sent of one gift: whatever else waits there is not looked at. */
async function mailsOf(giftId: string) {
  const rows = await db
    .selectFrom('graphile_worker._private_jobs' as never)
    .select(['key', 'payload'] as never[])
    .execute();
  const all = rows as unknown as { key: string; payload: { to: string; subject: string; text: string } }[];
  return all.filter(({ key }) => key === `send-mail:thanks:${giftId}`).map(({ payload }) => payload);
}
const wayOf = async (giftId: string) =>
  (await db.selectFrom('giving.thanks').select('way').where('gift_id', '=', giftId).execute()).map(
    ({ way }) => way,
  );
const textOf = async (...about: Parameters<typeof give>) => {
  const [mail] = (await give(...about)).mails;
  return mail?.text ?? '';
};
const email = 'sita@otonari.example';

describe('thanks', () => {
  test('go out once, however often and by how many the gift is heard of', async () => {
    const { giftId, mails } = await give({ email }, { times: 4 });
    expect(mails).toMatchObject([{ to: email }]);
    expect(await wayOf(giftId)).toEqual(['mail']);
    // What has gone out leaves the queue: it is the row that remembers.
    await db.deleteFrom('graphile_worker._private_jobs' as never).execute();
    await hear(giftId);
    expect(await mailsOf(giftId)).toEqual([]);
  });

  test.each<[Locale, string, string]>([
    ['en', 'Dear Sita,', 'by card'],
    ['ja', 'Sita 様', 'カードでお支払いいただいた3,000円'],
    ['ja-easy', 'Sitaさん', 'ありがとう ございます'],
    ['zh-Hans', 'Sita，您好', '信用卡'],
  ])('are said in the giver’s language: %s', async (locale, dear, how) => {
    const text = await textOf({ email, locale });
    for (const words of [dear, how, '3,000', '24']) expect(text).toContain(words);
  });

  test('say a name of before that holds an address so that no mail program makes a link of it', async () => {
    const text = await textOf({ email, locale: 'en', name: 'Win at evil.com/now\nDear friend' });
    expect(text).toContain('Dear Win at evil․com／now Dear friend,');
  });

  test('say how it came and what it does, each purpose in its own words', async () => {
    const bank = await textOf({ email, locale: 'en' }, { channel: 'bank', fund: 'spot' });
    expect(bank).toContain('bank transfer');
    expect(bank).toContain('You chose Spot');
    const card = await textOf({ email, locale: 'en' }, { fund: 'pairs' });
    expect(card).toContain('by card');
    expect(card).toContain('You chose half-year pairs');
    expect(await textOf({ email, locale: 'en' }, { channel: 'cash' })).not.toMatch(/card|transfer/);
  });

  test('say what one really cost last year, once five and more were counted', async () => {
    const before = await textOf({ email, locale: 'en' }, { fund: 'spot' });
    expect(before).not.toContain('on average');
    await spent(db, 13_700, '2025-10-20');
    await didSo(db, 5, { month: '2025-10' });
    await countCosts(db, now);
    const after = await textOf({ email, locale: 'en' }, { fund: 'spot' });
    expect(after).toContain(
      'What one visit really cost on average in fiscal year 2025: ¥2,740 (5 visits counted).',
    );
    expect(await textOf({ email, locale: 'en' }, { fund: 'pairs' })).not.toContain('on average');
  });

  test('say “until you stop” in the first of monthly mails alone, and how to stop in each', async () => {
    const first = await textOf({ email, locale: 'en' }, { monthly: 'first' });
    const later = await textOf({ email, locale: 'en' }, { monthly: 'later' });
    expect(first).toContain('every month until you stop');
    expect(later).not.toContain('until you stop');
    for (const text of [first, later]) expect(text).toContain(`${ORIGIN}/en${path}`);
    expect(await textOf({ email, locale: 'en' })).not.toContain(path);
  });

  test('greet an organization as one, and promise silence to whoever wishes for it', async () => {
    const given = { kind: 'organization', name: '株式会社となり', email, locale: 'ja' } as const;
    const text = await textOf(given, { isAnonymous: true });
    expect(text).toContain('株式会社となり 御中');
    expect(text).toContain('お名前はどこにも掲載しません');
  });

  test('say that the platform writes the receipt of what came through it', async () => {
    const text = await textOf({ email, locale: 'en' }, { channel: 'give_one' });
    expect(text).toContain('through Give One');
    expect(text).toContain('Give One issues the receipt');
    expect(await textOf({ email, locale: 'en' })).not.toContain('receipt');
  });

  test('reach whoever gave no address by that of their account', async () => {
    const address = 'maya@otonari.example';
    const { id: personId } = await inTransaction(db, (tx) =>
      createPerson(tx, { name: 'Maya', email: address, now }),
    );
    expect((await give({ personId })).mails).toMatchObject([{ to: address }]);
  });

  test('are nobody’s for a collecting box, and for what went back before', async () => {
    const box = await give({}, { donorId: null });
    expect(await wayOf(box.giftId)).toEqual(['nobody']);
    expect(box.mails).toEqual([]);
  });
});

test('whom the queue has given up is thanked the next day, once; whose thanks are on their way is not', async () => {
  const { giftId } = await give({ email }, { times: 0 });
  const monthlyOf = async () => null;
  const look = async (hours: number) => {
    const clock = () => now.add({ hours });
    await thankMissedTask({ publicUrl: ORIGIN, monthlyOf }).run({}, { ...context, clock });
    return (await mailsOf(giftId)).length;
  };
  expect(await look(0)).toBe(0);
  expect(await look(24)).toBe(1);
  await db.deleteFrom('graphile_worker._private_jobs' as never).execute();
  expect(await look(48)).toBe(0);
  expect(await wayOf(giftId)).toEqual(['mail']);
});

describe('whoever has no mail address', () => {
  test('waits for the treasurer, who thanks once', async () => {
    const { id } = await inTransaction(db, (tx) => createPerson(tx, { name: 'Sakura', now }));
    const treasurer = house.as(actorOf({ id }, ['treasurer']));
    const { giftId, mails } = await give(
      { name: '吉田 トメ', address: '墨田区東駒形2-2-2' },
      { channel: 'cash' },
    );
    expect(mails).toEqual([]);
    const waiting = await treasurer.get('/books/thanks');
    expect(waiting.text).toContain('吉田 トメ');
    expect(waiting.text).toContain('墨田区東駒形2-2-2');
    const act = `/books/thanks/${giftId}`;
    expect((await treasurer.post(act, { means: 'telephone' })).location).toBe('/books/thanks');
    expect((await treasurer.post(act, { means: 'post' })).text).toContain('thanked for this gift already');
    expect((await treasurer.get('/books/thanks')).text).not.toContain('吉田 トメ');
    expect((await treasurer.get('/books/thanks?thanks=done')).text).toMatch(/By telephone on .*2026, Sakura/);
    const coordinator = house.as(actorOf({ id }, ['coordinator']));
    expect((await coordinator.get('/books/thanks')).status).toBe(403);
  });

  test('is not thanked by hand for what a mail thanked for', async () => {
    const { id } = await inTransaction(db, (tx) => createPerson(tx, { name: 'Sakura', now }));
    const { giftId } = await give({ email });
    const answer = await house
      .as(actorOf({ id }, ['treasurer']))
      .post(`/books/thanks/${giftId}`, { means: 'post' });
    expect(answer.status).not.toBe(303);
  });
});

test('the whole house thanks for a gift by itself, and no line of its log knows of whom or how much', async () => {
  const product = await openProduct();
  const gift = await inTransaction(product.database.db, async (tx) =>
    receiveGift(tx, {
      source: 'test:whole-house',
      donorId: await insertDonor(tx, {
        name: 'Amount Known',
        email: 'whole@otonari.example',
        locale: 'en',
        now,
      }),
      fund: 'spot',
      amount: 41_239,
      channel: 'card',
      givenOn: day,
      receivedOn: day,
      by,
    }),
  );
  const lines: string[] = [];
  await runJobs(product, jobContext(product, lines));
  const mails = (await listKeptMail(product.database.db)).filter(
    ({ recipient }) => recipient === 'whole@otonari.example',
  );
  expect(mails).toHaveLength(1);
  expect(mails[0]?.body).toContain('41,239');
  expect(gift).not.toBeNull();
  expect([...lines, ...product.logged].filter((line) => /41.?239|Amount Known/.test(line))).toEqual([]);
});
