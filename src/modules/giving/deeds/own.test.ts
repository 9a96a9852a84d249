import { beforeEach, expect, test } from 'vitest';
import { makeCampaign } from '../../../../test/support/campaigns.ts';
import { didSo, given, spent } from '../../../../test/support/deeds.ts';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { makeTokens } from '../../../platform/sealed/tokens.ts';
import { writeSetting } from '../../../platform/settings/settings.ts';
import { createPerson } from '../../people/index.ts';
import { giftAccountSetting } from '../give/setting.ts';
import { givingModule } from '../module.ts';
import { countCosts } from './cost.ts';
import { lettersPath } from './letters.tsx';
import { shareGifts } from './share.ts';
import { setDeedLetters } from './store/batches.ts';
import { tellOfDeeds } from './tell.ts';

const ORIGIN = 'https://otonari.test';
const services = { secret: 'a secret of at least thirty-two characters', publicUrl: ORIGIN, payments: null };
const house = await testHouse([givingModule(services)]);
const { db } = house;

const account = (email: string) =>
  inTransaction(db, (tx) => createPerson(tx, { name: 'Sita', email, now: house.clock() }));
/** Five visits of a month are paid for and told of. */
async function tellOf(month: string): Promise<void> {
  await didSo(db, 5, { month });
  await spent(db, 5000, `${month}-20`);
  const now = Temporal.PlainDate.from(`${month}-10`)
    .add({ months: 2 })
    .toZonedDateTime('Asia/Tokyo')
    .toInstant();
  await countCosts(db, now);
  await shareGifts(db, now);
  await tellOfDeeds(db, now, services);
}
async function mailsTo(email: string): Promise<string[]> {
  const rows = await db
    .selectFrom('graphile_worker._private_jobs' as never)
    .select(['key', 'payload'] as never[])
    .execute();
  const all = rows as unknown as { key: string; payload: { to: string; text: string } }[];
  return all
    .filter(({ key, payload }) => key.startsWith('send-mail:deeds:') && payload.to === email)
    .map(({ payload }) => payload.text);
}

const email = 'sita@otonari.example';
beforeEach(() => given(db, 50_000, { email, on: '2026-04-01' }));

test('whoever gave reads what it was part of on their page, and stops and begins the letters there', async () => {
  const sita = house.as(actorOf(await account(email)));
  expect((await sita.get('/giving/mine')).text).not.toContain('5 visits');
  await tellOf('2026-04');
  const [letter, ...more] = await mailsTo(email);
  expect(more).toEqual([]);
  expect(letter).toContain(`${ORIGIN}/en/giving/mine`);
  const page = await sita.get('/giving/mine');
  expect(page.text).toContain('5 visits, on which a volunteer went along');
  expect(page.text).toContain('Stop emails about this');
  await sita.post('/giving/mine/letters', { letters: 'not_mailed' });
  await tellOf('2026-05');
  expect(await mailsTo(email)).toEqual([letter]);
  const after = await sita.get('/giving/mine');
  expect(after.text).toMatch(/5 visits.*5 visits/);
  await sita.post('/giving/mine/letters', { letters: 'by_mail' });
  await tellOf('2026-06');
  expect(await mailsTo(email)).toHaveLength(2);

  // The same without signing in, by the link of a letter.
  const link = letter?.match(/otonari\.test\/en(\/giving\/letters\/\S+)/)?.[1] ?? '';
  const reader = house.as();
  expect((await reader.get(link)).text).toContain('We email you when your gifts have been used.');
  await reader.post(link, { letters: 'not_mailed' });
  expect((await reader.get(link)).text).toContain('Tell me by email as well');
  await tellOf('2026-07');
  expect(await mailsTo(email)).toHaveLength(2);
  const forged = await reader.post(link.replace(/.{8}$/, 'AAAAAAAA'), { letters: 'by_mail' });
  expect(forged.status).toBe(404);
  await reader.post(link, { letters: 'by_mail' });
  expect((await reader.get(link)).text).toContain('Stop emails about this');
});

test('the link of an old letter stops them and does no more', async () => {
  const donor = await db.selectFrom('giving.donors').select('id').limit(1).executeTakeFirstOrThrow();
  const reader = house.as();
  const sealed = makeTokens(services.secret).seal(donor.id, 'giving.letters');
  const years = { hours: 24 * 401 };
  for (const link of [
    lettersPath(services, donor.id, house.clock().subtract(years)),
    // Of before links had an end.
    `/giving/letters/${sealed}`,
  ]) {
    await inTransaction(db, (tx) => setDeedLetters(tx, [donor.id], 'by_mail'));
    await reader.post(link, { letters: 'not_mailed' });
    const page = await reader.get(link);
    expect(page.text).toContain('This link is too old');
    expect(page.html).not.toContain('value="by_mail"');
    expect((await reader.post(link, { letters: 'by_mail' })).status).toBe(422);
    expect((await reader.get(link)).text).toContain('This link is too old');
  }
  await inTransaction(db, (tx) => setDeedLetters(tx, [donor.id], 'by_mail'));
});

test('nobody reads or stops it for them', async () => {
  const other = house.as(actorOf(await account('bo@otonari.example')));
  expect((await other.get('/giving/mine')).text).not.toContain('visits');
  await other.post('/giving/mine/letters', { letters: 'not_mailed' });
  const stopped = await db
    .selectFrom('giving.donors')
    .select('id')
    .where('wants_letters', '=', false)
    .execute();
  expect(stopped).toEqual([]);
});

test('beside the amounts of a campaign and of the form stands what one really cost last year', async () => {
  const now = house.clock();
  const value = { giftAccount: 'Practice Bank 1234567' };
  await inTransaction(db, async (tx) => {
    await makeCampaign(tx, { slug: 'winter', now });
    await writeSetting(tx, giftAccountSetting, { value, seen: null, by: null, now });
  });
  const campaign = async () => (await house.as().get('/giving/campaigns/winter')).text;
  const form = async () => (await house.as().get('/giving/new')).text;
  for (const read of [campaign, form]) expect(await read()).not.toMatch(/really cost|Enough for/);
  await didSo(db, 5, { month: '2025-10' });
  await spent(db, 13_700, '2025-10-20');
  await countCosts(db, now);
  for (const read of [campaign, form]) {
    const page = await read();
    expect(page).toContain(
      'What one visit really cost on average in fiscal year 2025: ¥2,740 (5 visits counted).',
    );
    expect(page).toMatch(/¥3,000 .*Enough for one visit at ¥2,740 .*¥10,000 .*Enough for 3 visits at ¥2,740/);
    expect(page).not.toContain('half-year pair at');
  }
  await didSo(db, 5, { month: '2025-10', kind: 'pair_month' });
  await spent(db, 5000, '2025-10-20', 'pairs');
  await countCosts(db, now);
  // One or the other, never both.
  for (const read of [campaign, form])
    expect(await read()).toMatch(/¥3,000 [^¥]*Enough for [^¥]*¥[\d,]+ or for /);
});
