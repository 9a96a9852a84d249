import { expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { inPool, solvedRound } from '../../../../test/support/rounds.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { updateApplication } from '../applications/store.ts';
import { listPairsOf } from '../pair/store.ts';
import { pairsRefusals } from '../words.ts';
import { roundRoutes } from './routes.tsx';
import { findResult, findRound } from './store/rounds.ts';
import { listRoundWords } from './store/words.ts';

const house = await testHouse([{ name: 'pairs', messages: pairsRefusals, routes: roundRoutes }]);
const { db, clock } = house;
const person = (name: string) =>
  inTransaction(db, (tx) => createPerson(tx, { name, weekly: [], now: clock(), roles: ['coordinator'] }));
const [sato, kato] = [await person('Sato'), await person('Kato')];
const as = ({ id }: { id: string }) => house.as(actorOf({ id }, ['coordinator']));
const [first, second] = [as(sato), as(kato)];
const WORDS = 'They met at the summer festival.';

/** A round of two who are proposed to each other. */
async function roundOfTwo() {
  const linh = await inPool(db, 'resident', clock())({ name: 'Linh' });
  const yuki = await inPool(db, 'volunteer', clock())({ name: 'Yuki' });
  const id = await solvedRound(db, clock, sato.id);
  const round = `/desk/pairs/rounds/${id}`;
  return {
    id,
    linh,
    yuki,
    round,
    resident: `${round}/residents/${linh.id}`,
    fields: { volunteerId: yuki.id },
  };
}

const leave = ({ linh, yuki }: Awaited<ReturnType<typeof roundOfTwo>>) =>
  inTransaction(db, async (tx) => {
    for (const { id } of [linh, yuki])
      await updateApplication(tx, id, { state: 'withdrawn', ended_at: clock() });
  });

const press = async (round: string, name: string, id: string) =>
  first.post(`${round}/${name}`, { version: String((await findRound(db, id))?.version) });

test('words beside two are sealed, read by other coordinators, and stay when it is worked out again', async () => {
  const of = await roundOfTwo();
  const { id, round, resident, fields } = of;
  expect((await first.get(`${resident}?words=${of.yuki.id}`)).html).toContain('name="words"');
  const sent = await first.post(`${resident}/words`, { ...fields, before: '', words: WORDS });
  expect(sent.flash).toBe('Kept.');
  const row = await db.selectFrom('pairs.round_words').select('words').executeTakeFirstOrThrow();
  expect(row.words).not.toContain('festival');
  await press(round, 'solving', id);
  expect((await second.get(round)).text).toMatch(/Linh — Yuki.*They met at the summer festival/);
  expect((await second.get(resident)).text).toMatch(/They met at the summer festival\. .*Sato/);
  await leave(of);
});

test('two who write at once lose nothing: the second reads the first, with their own still in the form', async () => {
  const of = await roundOfTwo();
  const { id, resident, fields } = of;
  await first.post(`${resident}/words`, { ...fields, before: '', words: WORDS });
  const late = await second.post(`${resident}/words`, { ...fields, before: '', words: 'Both like dogs.' });
  expect(late.status).toBe(422);
  expect(late.text).toMatch(/A colleague has written here meanwhile.*summer festival/);
  expect(late.html).toMatch(/<textarea[^>]*>\s*Both like dogs\./);
  const [{ id: before } = { id: '' }] = await listRoundWords(db, id);
  expect(late.html).toContain(before);
  await second.post(`${resident}/words`, { ...fields, before, words: `${WORDS} Both like dogs.` });
  expect((await listRoundWords(db, id)).map(({ words, by }) => [words, by])).toEqual([
    [`${WORDS} Both like dogs.`, kato.id],
  ]);
  const [now] = await listRoundWords(db, id);
  await first.post(`${resident}/words`, { ...fields, before: now?.id ?? '', words: ' ' });
  expect(await listRoundWords(db, id)).toEqual([]);
  await leave(of);
});

test('nobody reads or writes what is about themselves', async () => {
  const of = await roundOfTwo();
  const { id, round, resident, fields } = of;
  await first.post(`${resident}/words`, { ...fields, before: '', words: WORDS });
  for (const who of [of.linh, of.yuki]) {
    const self = as({ id: who.personId });
    expect([(await self.get(round)).text, (await self.get(resident)).text].join()).not.toContain('festival');
    const [now] = await listRoundWords(db, id);
    const sent = await self.post(`${resident}/words`, { ...fields, before: now?.id ?? '', words: 'Nice.' });
    expect(sent.status).not.toBe(303);
  }
  expect((await listRoundWords(db, id)).map(({ words }) => words)).toEqual([WORDS]);
  await leave(of);
});

test('words go with a round that is left, and into no proposal of one that is published', async () => {
  const left = await roundOfTwo();
  await first.post(`${left.resident}/words`, { ...left.fields, before: '', words: WORDS });
  await press(left.round, 'discarding', left.id);
  expect(await listRoundWords(db, left.id)).toEqual([]);
  await leave(left);

  const of = await roundOfTwo();
  await first.post(`${of.resident}/words`, { ...of.fields, before: '', words: WORDS });
  await press(of.round, 'publication', of.id);
  expect(await findResult(db, of.id)).toMatchObject({ leftOut: [] });
  const [pair] = await listPairsOf(db, of.linh.id);
  expect(pair?.reasons.words).toBe('');
  expect((await second.get(of.resident)).text).toContain('festival');
  const again = { ...of.fields, before: (await listRoundWords(db, of.id))[0]?.id ?? '', words: 'More.' };
  expect((await first.post(`${of.resident}/words`, again)).text).toContain('The round is over meanwhile.');
});
