import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import {
  DECIDER,
  doing,
  interviewed,
  makeApplicant,
  makeVolunteer,
  trained,
} from '../../../../test/support/volunteers.ts';
import { ask } from '../../../platform/database/questions.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { isOurTurn, nextStaffAct } from '../desk/rules.ts';
import { waitingOnDesk } from '../desk/store.ts';
import { assessConcern, raiseConcern, scheduleInterview } from '../index.ts';
import { findStandings } from '../standing/store.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const READER = '00000000-0000-4000-8000-000000000001';
const waiting = async (at = now, readerId = READER) =>
  Object.fromEntries((await ask(db, waitingOnDesk(readerId, at))).map(({ kind, count }) => [kind, count]));
const plan = (personId: string, startsAt: Temporal.Instant) =>
  doing(db, (tx) =>
    scheduleInterview(tx, {
      ...{
        personId,
        startsAt,
        durationMinutes: 30,
        place: 'online',
        whereWords: 'https://meet.example.org/one',
      },
      ...{ by: DECIDER, now },
    }),
  );

test('applicants wait on the desk exactly while their next step is ours', async () => {
  expect(await waiting()).toEqual({});
  const person = async () => (await makeApplicant(db, now)).id;
  const [fresh, planned, held, ready] = [await person(), await person(), await person(), await person()];
  await plan(planned, now.add({ hours: 24 }));
  await interviewed(db, held, now);
  await interviewed(db, ready, now);
  await trained(db, ready, now);
  await makeVolunteer(db, now);
  const applicants = [fresh, planned, held, ready];
  for (const at of [now, now.add({ hours: 25 })]) {
    const standings = [...(await findStandings(db, applicants, at)).values()];
    const ours = standings.filter((standing) => isOurTurn(nextStaffAct(standing, at)));
    expect((await waiting(at))['applications']).toBe(ours.length);
  }
  expect([
    (await waiting())['applications'],
    (await waiting(now.add({ hours: 25 })))['applications'],
  ]).toEqual([2, 3]);
  expect((await waiting(now, fresh))['applications']).toBe(1);
});

test('a concern waits until somebody looks into it, and never for whom it is about', async () => {
  const about = (await makeApplicant(db, now)).id;
  const concern = { program: 'spot', objectKind: 'spot.request', objectId: 'one', words: 'Something.', now };
  const id = await inTransaction(db, (tx) => raiseConcern(tx, { ...concern, about, by: null }));
  expect([(await waiting())['concerns'], (await waiting(now, about))['concerns']]).toEqual([1, undefined]);
  const words = 'I have called both and heard how it was.';
  await doing(db, (tx) => assessConcern(tx, { concernId: id, words, by: READER, now }));
  expect((await waiting())['concerns']).toBeUndefined();
});
