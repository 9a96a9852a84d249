import { sql } from 'kysely';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { GIVING, giveFor, makeCampaign } from '../../../../../test/support/campaigns.ts';
import { actorOf, testHouse } from '../../../../../test/support/house.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import type { KeyedMail } from '../../../../platform/mail/mailer.ts';
import { createPerson } from '../../../people/index.ts';
import { givingModule } from '../../module.ts';

const module = givingModule(GIVING);
const house = await testHouse([module]);
const { db, clock } = house;
const campaignId = await inTransaction(db, (tx) => makeCampaign(tx, { slug: 'winter', now: clock() }));
const visitor = house.as();
const give = (email: string) =>
  inTransaction(db, (tx) => giveFor(tx, { campaignId, email, amount: 3000, now: clock() }));
const press = (email: string, wallName: string) =>
  visitor.post('/giving/campaigns/winter/wall', { email, wallName });
const ASK = 'giving-ask-for-wall';
const ASKED = sql<{ payload: object }>`select j.payload from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = ${ASK} order by j.id`;
/** Does what waits to be looked up, as often as is said. */
async function lookUp(times = 1): Promise<void> {
  const { rows } = await ASKED.execute(db);
  const task = module.tasks?.find(({ name }) => name === ASK);
  for (const { payload } of rows)
    for (let time = 0; time < times; time++)
      await task?.run(payload, { db, clock, log: pino({ level: 'silent' }) });
  await sql`delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
    where t.id = j.task_id and t.identifier = ${ASK}`.execute(db);
}
async function ask(email: string, wallName: string) {
  const answer = await press(email, wallName);
  await lookUp();
  return answer;
}
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

test('nor by how long the answer takes: whoever has given is looked up behind it, once', async () => {
  await give('slow@otonari.example');
  await press('slow@otonari.example', 'Slow');
  await press('nobody@otonari.example', 'Nobody');
  const { rows } = await ASKED.execute(db);
  expect(rows).toHaveLength(2);
  // Who asked for what is read by nobody on the way.
  expect(JSON.stringify(rows)).not.toMatch(/Slow|slow@|Nobody|nobody@/);
  expect(await mailsTo('slow@otonari.example')).toEqual([]);
  await lookUp(2);
  expect(await mailsTo('slow@otonari.example')).toHaveLength(1);
});

test('whose name was asked for reads it in their record', async () => {
  const { id } = await inTransaction(db, (tx) =>
    createPerson(tx, { name: 'Rec', email: 'rec@otonari.example', now: clock() }),
  );
  await inTransaction(db, async (tx) => {
    const donorId = await giveFor(tx, {
      ...{ campaignId, email: 'rec@otonari.example', amount: 3000, now: clock() },
    });
    await sql`update giving.donors set person_id = ${id} where id = ${donorId}`.execute(tx);
  });
  await ask('rec@otonari.example', 'Rec');
  const entries = await db
    .selectFrom('audit.entries')
    .select(['action', 'outcome'])
    .where('subject_id', '=', id)
    .execute();
  expect(entries).toEqual([{ action: 'giving.wall.asked', outcome: 'done' }]);
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
  ['evil.com', 'sita@otonari.example'],
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
