import { expect, it } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { ask } from '../../../platform/database/questions.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { waitingApplications } from '../applications/store/list.ts';
import { findNewestApplication } from '../applications/store.ts';
import { pairsModule } from '../module.ts';
import { PLEDGE_LINES } from './choices.ts';

const house = await testHouse([pairsModule({ publicUrl: 'https://otonari.test' })]);
const { db } = house;
const now = house.clock();
const [host, caller] = await inTransaction(db, async (tx) => [
  await createPerson(tx, { name: 'Kobayashi', now }),
  await createPerson(tx, {
    name: 'Dil Maya',
    phone: '090-1234-5678',
    welcomedAt: null,
    roles: ['resident'],
    now,
  }),
]);
const desk = house.as(actorOf(host, ['coordinator']));
const ANSWERS = {
  purposes: ['talk'],
  reachKilometers: '5',
  places: '1',
  genderWish: 'any',
  reduction: 'full',
  pledge: PLEDGE_LINES,
};
const path = `/desk/pairs/people/${caller.id}/resident`;
const waiting = async (readerId = host.id, at = now) =>
  (await ask(db, waitingApplications(readerId, at))).map(({ kind, count }) => [kind, count]);

it('a coordinator is led to the form from the page of whoever has called, and each line is read to them', async () => {
  const form = await desk.get(path);
  expect(form.text).toContain('Application of Dil Maya as a resident');
  expect((await desk.post(path, { ...ANSWERS, pledge: [] })).refusals['pledge']).toContain(
    'tick all of them',
  );
  const back = await desk.post(path, { ...ANSWERS, purposes: [], hopes: 'To talk' });
  expect(back.refusals['purposes']).toBe('Please choose at least one.');
  expect(back.html).toContain('To talk');
});

it('nobody enters their own, and no child has one', async () => {
  const child = await inTransaction(db, (tx) => createPerson(tx, { name: 'Asha', isChild: true, now }));
  expect((await desk.get(`/desk/pairs/people/${host.id}/resident`)).status).toBe(404);
  expect((await desk.get(`/desk/pairs/people/${child.id}/resident`)).status).toBe(404);
  expect((await desk.get(`/desk/pairs/people/${caller.id}/friend`)).status).toBe(404);
});

it('it is entered in their name, says by whom, and waits on the desk', async () => {
  expect(await waiting()).toEqual([]);
  expect((await desk.post(path, ANSWERS)).flash).toBe('The application is entered.');
  const application = await findNewestApplication(db, caller.id);
  expect(application).toMatchObject({ personId: caller.id, enteredBy: host.id, state: 'submitted' });
  expect((await desk.get(`/desk/pairs/applications/${application?.id}`)).text).toContain(
    'Entered by Kobayashi',
  );
  expect((await desk.post(path, ANSWERS)).text).toContain('You have applied already');
  expect(await waiting()).toEqual([['pair_interviews', 1]]);
  expect(await waiting(caller.id)).toEqual([]);
});

it('it waits for a decision once the interview has fitted, and no longer once it is made', async () => {
  const id = (await findNewestApplication(db, caller.id))?.id ?? '';
  const press = async (act: string, fields: Record<string, string>) => {
    const version = `${(await findNewestApplication(db, caller.id))?.version}`;
    return desk.post(`/desk/pairs/applications/${id}/${act}`, { version, ...fields });
  };
  await press('interview-outcomes', { need: '0', outcome: 'again' });
  expect(await waiting()).toEqual([['pair_interviews', 1]]);
  house.clock.set(now.add({ hours: 1 }));
  await press('interview-outcomes', { need: '0', outcome: 'fits' });
  expect(await waiting()).toEqual([['pair_decisions', 1]]);
  await press('acceptance', { reduction: 'full' });
  expect(await waiting()).toEqual([]);
});
