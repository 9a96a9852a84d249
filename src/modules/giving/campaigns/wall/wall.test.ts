import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { GIVING, giveFor, makeCampaign } from '../../../../../test/support/campaigns.ts';
import { actorOf, testHouse } from '../../../../../test/support/house.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import type { KeyedMail } from '../../../../platform/mail/mailer.ts';
import { givingModule } from '../../module.ts';

const house = await testHouse([givingModule(GIVING)]);
const { db, clock } = house;
const campaignId = await inTransaction(db, (tx) => makeCampaign(tx, { slug: 'winter', now: clock() }));
const visitor = house.as();
const give = (email: string) =>
  inTransaction(db, (tx) => giveFor(tx, { campaignId, email, amount: 3000, now: clock() }));
const ask = (email: string, wallName: string) =>
  visitor.post('/giving/campaigns/winter/wall', { email, wallName });
const publicPage = async () => (await visitor.get('/giving/campaigns/winter')).text;

async function mailsTo(email: string): Promise<KeyedMail[]> {
  const { rows } = await sql<{ payload: KeyedMail }>`
    select payload from graphile_worker._private_jobs where payload ->> 'to' = ${email} order by id`.execute(
    db,
  );
  return rows.map(({ payload }) => payload);
}
async function linkTo(email: string): Promise<string> {
  const [, path = ''] =
    /https:\/\/otonari\.test\/en(\S+)/.exec((await mailsTo(email)).at(-1)?.text ?? '') ?? [];
  return path;
}

test('a name is public only when its giver has pressed the link in their mail, and until they take it back', async () => {
  await give('sita@otonari.example');
  const asked = await ask('ＳＩＴＡ@otonari.example', '  Sita   of Sumida ');
  expect(asked.location).toBe('/giving/campaigns/winter');
  expect(await publicPage()).not.toContain('Sita');
  const link = await linkTo('sita@otonari.example');
  const own = await visitor.get(link);
  expect(own.text).toContain('Sita of Sumida');
  // A scanner that opens the link makes nothing public.
  expect(await publicPage()).not.toContain('Sita');
  await visitor.post(`${link}/confirmed`);
  await visitor.post(`${link}/confirmed`);
  expect(await publicPage()).toContain('Sita of Sumida');
  clock.advance({ hours: 24 * 200 });
  await visitor.post(`${link}/taken-back`);
  expect(await publicPage()).not.toContain('Sita');
  expect((await visitor.post(`${link}/confirmed`)).status).toBe(422);
  expect(await publicPage()).not.toContain('Sita');
});

test('nobody learns by asking who has given', async () => {
  await give('known@otonari.example');
  const known = await ask('known@otonari.example', 'Known');
  const unknown = await ask('unknown@otonari.example', 'Unknown');
  expect([unknown.status, unknown.flash, unknown.location]).toEqual([
    known.status,
    known.flash,
    known.location,
  ]);
  expect(await mailsTo('known@otonari.example')).toHaveLength(1);
  expect(await mailsTo('unknown@otonari.example')).toEqual([]);
});

test('a giver is written to three times a day at most, whoever asks', async () => {
  await give('often@otonari.example');
  for (const name of ['One', 'Two', 'Three', 'Four']) await ask('often@otonari.example', name);
  expect(await mailsTo('often@otonari.example')).toHaveLength(3);
});

test('the name that was confirmed last stands in the place of the one before', async () => {
  await give('bo@otonari.example');
  for (const name of ['First of Bo', 'Second of Bo']) {
    await ask('bo@otonari.example', name);
    await visitor.post(`${await linkTo('bo@otonari.example')}/confirmed`);
  }
  const text = await publicPage();
  expect(text).toContain('Second of Bo');
  expect(text).not.toContain('First of Bo');
});

test('the treasurer takes a name away, and its giver cannot put it back by the same link', async () => {
  const treasurer = house.as(actorOf({ id: crypto.randomUUID() }, ['treasurer']));
  await give('rude@otonari.example');
  await ask('rude@otonari.example', 'Something rude');
  const link = await linkTo('rude@otonari.example');
  await visitor.post(`${link}/confirmed`);
  const { html } = await treasurer.get(`/books/campaigns/${campaignId}`);
  const [, nameId = ''] = /id="name-([^"]+)"(?:(?!id="name-).)*Something rude/s.exec(html) ?? [];
  const hide = (who: ReturnType<typeof house.as>) =>
    who.post(`/books/campaigns/${campaignId}/hidden`, { nameId });
  expect((await hide(house.as(actorOf({ id: crypto.randomUUID() }, ['coordinator'])))).status).toBe(403);
  expect(await publicPage()).toContain('Something rude');
  await hide(treasurer);
  await visitor.post(`${link}/confirmed`);
  expect(await publicPage()).not.toContain('Something rude');
  expect((await visitor.get(link)).text).toContain('We have taken this name from the page');
});

test.each([
  ['', 'sita@otonari.example'],
  ['\u200b', 'sita@otonari.example'],
  ['Sita', 'sita'],
  ['x'.repeat(61), 'sita@otonari.example'],
])(
  'a name %j and an address %j are refused beside their fields, with what was typed',
  async (name, email) => {
    const { status, refusals, html } = await ask(email, name);
    expect(status).toBe(422);
    expect(Object.keys(refusals)).toEqual([name === 'Sita' ? 'email' : 'wallName']);
    expect(html).toMatch(/<details[^>]* open/);
  },
);

test('a forged link is none', async () => {
  expect((await visitor.get('/giving/wall/none')).status).toBe(404);
  expect((await visitor.post('/giving/wall/none/confirmed')).status).toBe(404);
});
