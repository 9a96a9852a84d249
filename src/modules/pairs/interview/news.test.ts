import { expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { applyForPair } from '../../../../test/support/pairs.ts';
import { listOpenSlots, slotsModule } from '../../../kits/slots/index.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { pairsModule } from '../module.ts';
import { interviewAppointments } from './appointments.ts';
import { interviewNews } from './news.ts';
import { INTERVIEW } from './rules.ts';

const house = await testHouse([
  pairsModule({ publicUrl: 'https://otonari.test' }),
  slotsModule([interviewAppointments]),
]);
const { db } = house;
const now = house.clock();
const host = await inTransaction(db, (tx) =>
  createPerson(tx, { name: 'Sato', roles: ['coordinator'], weekly: [], now }),
);
const desk = house.as(actorOf(host, ['coordinator']));

const events = async (type: string) =>
  (
    await db
      .selectFrom('platform.events')
      .select('ids')
      .where('type', '=', type)
      .orderBy('sequence')
      .execute()
  ).map(
    ({ ids }) => ids as unknown as Record<'hostId' | 'personId' | 'applicationId' | 'byPersonId', string>,
  );

test('whoever waits for an interview hears that times are open, and of the one that a coordinator set', async () => {
  const { id, personId } = await inTransaction(db, (tx) =>
    applyForPair(tx, { side: 'resident', state: 'submitted', now }),
  );
  const done = await inTransaction(db, (tx) =>
    applyForPair(tx, { side: 'resident', state: 'accepted', now }),
  );
  const offered = await desk.post('/times', {
    ...{ kind: INTERVIEW, day: '2026-12-07', from: '13:00', until: '14:30', minutes: '45' },
    ...{ place: 'online', whereWords: 'https://meet.test/talk' },
  });
  expect(offered.flash).toContain('2');
  const [opened] = await events('pairs.interview.times_opened');
  const { pair_interview_times_opened: open, pair_interview_set: set } = interviewNews;
  const told = await open.whom({ db, ids: { hostId: opened?.hostId }, now } as never);
  expect(told).toContain(personId);
  expect(told).not.toContain(done.personId);
  const question = { db, personId, now, objectId: '', roles: new Set<never>() };
  expect(await open.mayKnow(question)).toBe(true);
  expect(await set.mayKnow(question)).toBe(false);
  const [slot] = await listOpenSlots(db, INTERVIEW, { after: now, most: 1 });
  const { version } = await db
    .selectFrom('pairs.applications')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await desk.post(`/desk/pairs/applications/${id}/interview-times`, {
    version: `${version}`,
    slot: slot?.id ?? '',
  });
  expect(await events('pairs.interview.set')).toEqual([
    { applicationId: id, personId, hostId: host.id, byPersonId: host.id },
  ]);
  // Who has a time is not told to choose one, also not by a mail that is late.
  expect(await open.mayKnow(question)).toBe(false);
  expect(await set.mayKnow(question)).toBe(true);
});
