import { expect, test } from 'vitest';
import {
  checkAnswers,
  goodAnswers,
  hiddenOf,
  makeResident,
  sendAnswers,
  spotHouse,
} from '../../../../../test/support/asking-form.ts';
import { actorOf } from '../../../../../test/support/house.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { createPerson } from '../../../people/index.ts';

const house = await spotHouse();
const DOOR = '/consultations/taking';

test('what is not for a neighbor stands before the request is sent, with the reason and another door, and closes none', async () => {
  const { web } = await makeResident(house);
  const asked = { ...goodAnswers, ownWords: 'My visa ends in March. And I have debts.' };
  const { html, text } = await checkAnswers(web, asked);
  expect(text).toContain('Only experts may advise on a visa');
  expect(text).toContain('Neighbors lend no money');
  expect(html).toContain(DOOR);
  // Every form that leads there takes the words and what they are about along.
  expect(hiddenOf(html, 'field')).toEqual(['residence']);
  expect(hiddenOf(html, 'words')).toEqual([asked.ownWords]);
  const sent = await sendAnswers(web, asked);
  expect(sent.location).toMatch(/^\/spot\/requests\/[0-9a-f-]{36}$/);
  const named = { name: 'Mori', now: house.clock(), roles: ['coordinator'] } as const;
  const coordinator = await inTransaction(house.db, (tx) => createPerson(tx, named));
  const at = `/desk/requests/${sent.location?.split('/').at(-1)}`;
  const desk = await house.as(actorOf(coordinator, ['coordinator'])).get(at);
  expect(desk.text).toContain('Words that point beyond what a neighbor does');
  expect(desk.text).toContain('Only experts may advise on a visa');
});

test('a request for what a neighbor does is led nowhere else', async () => {
  const { web } = await makeResident(house);
  const { html } = await checkAnswers(web, goodAnswers);
  expect(html).not.toContain(DOOR);
});

test('of each kind of help, the form says what a neighbor does and what not', async () => {
  const { web } = await makeResident(house);
  const { text } = await web.get('/spot/requests/new');
  expect(text).toContain('A neighbor can: go along to the agent, ask with you.');
  expect(text).toContain('Not: stand as guarantor, settle a dispute with the landlord.');
  expect(text).toContain('Only a lawyer may advise on a dispute');
});
