import { expect, test } from 'vitest';
import { promiseHouse } from '../../../../test/support/promises.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { leaverListener } from './leaving.ts';
import { listSteps } from './store/steps.ts';

const house = await promiseHouse();
const { db, clock, settle, told } = house;

test('who asks to be erased gives no more by any promise, and is told so', async () => {
  const email = 'maya@otonari.example';
  const person = await inTransaction(db, (tx) => createPerson(tx, { name: 'Maya', email, now: clock() }));
  const byAccount = await house.begin({ donorId: await house.donor({ personId: person.id }) });
  const byAddress = await house.begin({ donorId: await house.donor({ email }) });
  const ofOthers = await house.begin();
  const event = { id: 'an event', type: leaverListener.event, ids: { personId: person.id } };
  await leaverListener.handle(event, house.context);
  await leaverListener.handle(event, house.context);
  expect((await settle()).map(({ subject }) => subject)).toEqual(
    Array(2).fill(expect.stringContaining('Your monthly gift is stopped')),
  );
  for (const id of [byAccount, byAddress]) {
    expect((await house.promise(id)).state).toBe('cancelled');
    expect(told.get(`sub_${id}`)?.state).toBe('cancelled');
    expect((await listSteps(db, id))[0]).toMatchObject({ party: 'donor', byPerson: person.id });
  }
  expect((await house.promise(ofOthers)).state).toBe('active');
});
