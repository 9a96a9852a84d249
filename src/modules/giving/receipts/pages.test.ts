import { beforeEach, describe, expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { donorWith } from '../../../../test/support/receipts.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { findDonor } from '../donors/store.ts';
import { givingModule } from '../module.ts';
import { issueReceipt } from './issue.ts';
import { numberOf } from './rules.ts';
import { findGiftWaiting } from './store/gifts.ts';
import { findReceipt } from './store/receipts.ts';

const services = { secret: 'x'.repeat(32), publicUrl: 'https://otonari.test', payments: null };
const house = await testHouse([givingModule(services)]);
const { db } = house;
const now = house.clock();

const person = (name: string) => inTransaction(db, (tx) => createPerson(tx, { name, now }));
const treasurer = house.as(actorOf(await person('Kaikei'), ['treasurer']));
const coordinator = house.as(actorOf(await person('Midori'), ['coordinator']));

/** Somebody with an account, what they gave, and its receipt. */
async function donor(name = 'Sita Rai', more: { receiptByPost?: boolean } = {}) {
  const { id: personId } = await person(name);
  const who = { name, personId, now, ...more };
  const { donorId, giftIds } = await donorWith(db, who, { '2026-11-20': 3000 });
  const gift = await findGiftWaiting(db, giftIds[0] ?? '');
  const found = await findDonor(db, donorId);
  if (!gift || !found) throw new Error('nothing was given');
  const issued = await inTransaction(db, (tx) =>
    issueReceipt(tx, services.publicUrl, { donor: found, gifts: [gift], calendarYear: null, by: null, now }),
  );
  const receipt = issued.ok ? await findReceipt(db, { id: issued.value }) : null;
  if (!receipt) throw new Error('no receipt');
  return { as: house.as(actorOf({ id: personId, name })), donorId, receipt, giftId: gift.id };
}
let sita: Awaited<ReturnType<typeof donor>>;
beforeEach(async () => {
  await db.deleteFrom('platform.rate_windows').execute();
  sita = await donor();
});

describe('a donor', () => {
  test('finds their receipts and takes them along, in Japanese and in English; nobody else does', async () => {
    const page = await sita.as.get('/giving/mine/receipts');
    expect(page.text).toContain(numberOf(sita.receipt));
    const file = `/giving/mine/receipts/${sita.receipt.id}/receipt.pdf`;
    for (const path of [file, `${file}?language=en`]) {
      const got = await sita.as.get(path);
      expect([got.status, got.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    }
    const other = await donor('Bo');
    expect((await other.as.get('/giving/mine/receipts')).text).not.toContain(numberOf(sita.receipt));
    expect((await other.as.get(file)).status).toBe(404);
    expect((await other.as.post(`/giving/mine/receipts/${sita.receipt.id}/reissue`)).status).toBe(422);
    expect((await house.as().get(file)).status).not.toBe(200);
    expect((await findReceipt(db, { id: sita.receipt.id }))?.state).toBe('issued');
  });

  test('issues one again by themselves, marked; once is enough, however often they press', async () => {
    expect((await sita.as.get('/giving/mine/receipts')).text).toContain('Issue it again');
    for (let pressed = 0; pressed < 3; pressed++)
      await sita.as.post(`/giving/mine/receipts/${sita.receipt.id}/reissue`);
    expect(await findReceipt(db, { id: sita.receipt.id })).toMatchObject({ state: 'reissued', reissues: 1 });
    expect((await sita.as.get('/giving/mine/receipts')).text).not.toContain('Issue it again');
  });

  test('opens what came by post only with its mark', async () => {
    const bo = await donor('Bo', { receiptByPost: true });
    const file = `/giving/mine/receipts/${bo.receipt.id}/receipt.pdf`;
    await treasurer.post('/books/receipts/post', { until: String(now.epochMilliseconds) });
    expect((await bo.as.get(file)).status).toBe(404);
    await bo.as.post(`/giving/mine/receipts/${bo.receipt.id}/reissue`);
    expect((await bo.as.get(file)).status).toBe(200);
  });

  test('has the receipts that waited once their name can be printed, without anybody’s doing', async () => {
    const { id: personId } = await person('김민준');
    const who = { name: '김민준', personId, receiptWish: 'each', now } as const;
    const days = { '2026-11-19': 3000, '2026-11-20': 5000 };
    const { donorId, giftIds } = await donorWith(db, who, days);
    const path = `/books/receipts/waiting/${giftIds[0]}`;
    expect((await treasurer.get(path)).text).toContain('Letters that cannot be printed 김 민 준');
    const minjun = house.as(actorOf({ id: personId, name: '김민준' }));
    await minjun.post(`/giving/mine/receipts/names/${donorId}`, { name: 'KIM Minjun', address: '' });
    const page = await minjun.get('/giving/mine/receipts');
    for (const amount of ['¥3,000', '¥5,000']) expect(page.text).toContain(amount);
    expect((await treasurer.get(path)).status).toBe(404);
  });

  test('says under which name receipts are written, in letters that paper has; nobody says it for them', async () => {
    const path = `/giving/mine/receipts/names/${sita.donorId}`;
    const refused = await sita.as.post(path, { name: '김민준', address: '' });
    expect([refused.status, Object.keys(refused.refusals)]).toEqual([422, ['name']]);
    await sita.as.post(path, { name: 'RAI Sita', address: '墨田区1-1' });
    expect(await findDonor(db, sita.donorId)).toMatchObject({
      receiptName: 'RAI Sita',
      address: '墨田区1-1',
    });
    const other = await donor('Bo');
    expect((await other.as.post(path, { name: 'Bo', address: '' })).status).toBe(404);
  });
});

describe('whoever holds a receipt', () => {
  const ask = (code: string, amount: string) =>
    house.as().get(`/giving/receipts/check?${new URLSearchParams({ code, amount })}`);

  test('learns from its code and amount that it is valid, and no name', async () => {
    const { code } = sita.receipt;
    const typed = `${code.slice(0, 8).toLowerCase()} ${code.slice(8)}`;
    const answer = await ask(typed, '￥３,０００');
    expect(answer.text).toContain('This receipt is ours and valid');
    expect(answer.html).not.toContain('Sita');
    expect((await house.as().get(`/giving/receipts/check?code=${code}`)).text).not.toContain('valid');
  });

  test.each<[string, (code: string) => [string, string]]>([
    ['another amount', (code) => [code, '3001']],
    ['another code', () => ['ABCDEFGH23456789', '3000']],
    ['nothing like a code', () => ["'; select", '3000']],
  ])('learns nothing by %s', async (_, typed) => {
    const answer = await ask(...typed(sita.receipt.code));
    expect(answer.text).toContain('We do not know such a receipt');
    expect(answer.html).not.toContain(numberOf(sita.receipt));
  });

  test('learns that it is void', async () => {
    await treasurer.post(`/books/receipts/${sita.receipt.id}/void`, { reason: 'Wrong name' });
    const answer = await ask(sita.receipt.code, '3000');
    expect(answer.text).toContain('This receipt is void');
    expect(answer.text).not.toContain('Wrong name');
  });

  test('finds none by trying', async () => {
    for (let tries = 1; tries <= 30; tries++) await ask('ABCDEFGH23456789', String(tries));
    expect((await ask(sita.receipt.code, '3000')).status).toBe(429);
  });
});

describe('the treasurer', () => {
  test('makes one void with a reason, once; coordinators see none', async () => {
    const path = `/books/receipts/${sita.receipt.id}`;
    expect((await treasurer.post(`${path}/void`, { reason: '' })).status).toBe(422);
    expect((await coordinator.post(`${path}/void`, { reason: 'x' })).status).toBe(403);
    await treasurer.post(`${path}/void`, { reason: 'Wrong name' });
    expect((await treasurer.get(path)).text).toContain('Wrong name');
    expect((await treasurer.post(`${path}/void`, { reason: 'Again' })).status).toBe(422);
    for (const page of [path, '/books/receipts', '/books/certification', '/books/receipts/yearly'])
      expect((await coordinator.get(page)).status).toBe(403);
  });

  test('issues a single one under another name, and not a second', async () => {
    const { donorId, giftIds } = await donorWith(db, { name: '김민준', now }, { '2026-11-21': 5000 });
    const path = `/books/receipts/waiting/${giftIds[0]}`;
    const refused = await treasurer.post(path, { name: '', address: '' });
    expect([refused.status, Object.keys(refused.refusals)]).toEqual([422, ['name']]);
    const given = await treasurer.post(path, { name: 'KIM Minjun', address: '' });
    const receipt = await findReceipt(db, { id: given.location?.split('/').at(-1) ?? '' });
    expect(receipt).toMatchObject({ donorId, amount: 5000, words: { name: 'KIM Minjun' } });
    expect((await treasurer.post(path, { name: '', address: '' })).status).toBe(404);
  });

  test('finds receipts by year and state', async () => {
    const number = numberOf(sita.receipt);
    expect((await treasurer.get('/books/receipts?fiscalYear=2026&state=issued')).text).toContain(number);
    expect((await treasurer.get('/books/receipts?fiscalYear=2026&state=void')).text).not.toContain(number);
    expect((await treasurer.get('/books/receipts?fiscalYear=2025')).text).not.toContain(number);
  });

  test('takes all sheets to be posted along as one file, and marks those that were in it', async () => {
    const posted = await donor('Bo', { receiptByPost: true });
    const until = String(now.epochMilliseconds);
    const file = await treasurer.get(`/books/receipts/post.zip?until=${until}`);
    expect(file.headers.get('content-type')).toBe('application/zip');
    expect(file.html).toContain(`${numberOf(posted.receipt)}.pdf`);
    await treasurer.post('/books/receipts/post', { until });
    expect((await findReceipt(db, { id: posted.receipt.id }))?.postedAt).not.toBeNull();
    const late = await donor('Late', { receiptByPost: true });
    await treasurer.post('/books/receipts/post', { until: String(now.epochMilliseconds - 1) });
    expect((await findReceipt(db, { id: late.receipt.id }))?.postedAt).toBeNull();
  });
});

test('settings of a certified organization need what the law asks for', async () => {
  const administrator = house.as(actorOf(await person('Admin'), ['administrator']));
  const fields = {
    ...{
      giftDay: 'received_on',
      signer: '',
      signerInEnglish: '',
      noDeduction: 'x',
      noDeductionInEnglish: 'x',
    },
    ...{
      isCertified: 'on',
      number: '',
      certifiedOn: '',
      authority: '東京都',
      activity: '',
      activityInEnglish: '',
    },
    residentsTax: '',
  };
  const refused = await administrator.post('/settings/receipts', fields);
  expect(Object.keys(refused.refusals).toSorted()).toEqual(['activity', 'certifiedOn', 'number']);
  const { isCertified: _, ...plain } = { ...fields, signer: 'Łukasz' };
  expect(Object.keys((await administrator.post('/settings/receipts', plain)).refusals)).toEqual(['signer']);
});
