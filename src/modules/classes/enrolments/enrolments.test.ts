import { expect, test } from 'vitest';
import {
  CLASSES,
  makeCourse,
  makeSession,
  makeTutor,
  seatsOf,
  teaches,
} from '../../../../test/support/classes.ts';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { classesModule } from '../module.ts';

const house = await testHouse([classesModule(CLASSES)]);
const { db } = house;
const now = house.clock();
const coordinator = await inTransaction(db, (tx) => createPerson(tx, { name: 'Haruka', now }));
const desk = house.as(actorOf(coordinator, ['coordinator']));
const sita = await inTransaction(db, (tx) => createPerson(tx, { name: 'Sita', email: 's@example.org', now }));
const guardian = house.as(actorOf(sita));
const [one, two] = [await makeTutor(db, now, { name: 'Mori' }), await makeTutor(db, now)];
const courseId = await makeCourse(db, coordinator.id, now);
const sessionId = await makeSession(db, courseId, { now });

const asha = {
  ...{ name: 'Asha', birthYear: '2020', birthMonth: '5', languages: ['ne'], reading: 'not_yet', school: '' },
  ...{ note: '', relation: 'mother', phone: '090-1111-2222', mayFetch: 'on', decides: 'me', notTold: '' },
  ...{ photos: 'inside', isAgreed: 'on' },
};
const enrolmentId = async () =>
  (await db.selectFrom('classes.enrolments').select('id').executeTakeFirstOrThrow()).id;

test('a family that asks is invited to a trial visit, behind those who come each time, and then enrolled', async () => {
  for (const { id: personId } of [one, two]) await teaches(db, sessionId, { personId, now });
  await guardian.post(`/classes/${courseId}/enrolment`, asha);
  const course = await desk.get(`/desk/classes/${courseId}`);
  expect(course.text).toContain('Asha');
  const invited = await desk.post(`/desk/classes/enrolments/${await enrolmentId()}/invitation`, {
    sessionId,
  });
  expect(invited.flash).toBe('Invited. The family is told when there is a seat.');
  expect(await seatsOf(db, sessionId)).toEqual(['taken']);
  const enrolled = await desk.post(`/desk/classes/enrolments/${await enrolmentId()}/enrolment`);
  expect(enrolled.status).toBe(303);
  const again = await desk.post(`/desk/classes/enrolments/${await enrolmentId()}/decline`);
  expect(again.status).toBe(422);
});

test('a tutor answers by one press; the address is told to whoever comes', async () => {
  const tutor = house.as(actorOf(one, ['volunteer', 'tutor']));
  expect((await tutor.get('/classes/teaching')).text).toContain('墨田区押上');
  const { id } = await db
    .selectFrom('classes.commitments')
    .select('id')
    .where('person_id', '=', one.id)
    .executeTakeFirstOrThrow();
  const said = await tutor.post(`/classes/teaching/${id}/no`);
  expect(said.flash).toBe('Thank you for telling us. We ask others at once.');
  expect((await tutor.get('/classes/teaching')).text).not.toContain('墨田区押上');
  expect(await seatsOf(db, sessionId)).toEqual(['unsure']);
  expect((await desk.get(`/desk/classes/sessions/${sessionId}`)).text).toContain(
    '1 child is without their seat, since fewer adults have said yes than it takes.',
  );
  // Nobody answers for somebody else.
  const other = house.as(actorOf(two, ['volunteer', 'tutor']));
  expect((await other.post(`/classes/teaching/${id}/yes`)).status).toBe(404);
  await tutor.post(`/classes/teaching/${id}/yes`);
  expect(await seatsOf(db, sessionId)).toEqual(['taken']);
});

test('a guardian, a tutor and a visitor see nothing of the desk’s', async () => {
  const paths = ['/desk/classes', `/desk/classes/${courseId}`, `/desk/classes/sessions/${sessionId}`];
  for (const visitor of [guardian, house.as(actorOf(one, ['volunteer', 'tutor'])), house.as()])
    for (const path of paths) expect((await visitor.get(path)).status).not.toBe(200);
});

test('a course that is not right comes back with what was typed, each sentence beside its field', async () => {
  const wrong = {
    beginsOn: '2026-12-12',
    endsOn: '2026-12-01',
    fromAge: '5',
    toAge: '9',
    room: '99',
    address: '',
  };
  const answer = await desk.post('/desk/classes/new', {
    ...wrong,
    'title.ja': 'はなまる',
    'title.ja-easy': '絵本',
  });
  expect(answer.status).toBe(422);
  expect(Object.keys(answer.refusals)).toEqual(
    expect.arrayContaining(['room', 'address', 'title.ja-easy', 'aims.ja', 'area.ja']),
  );
  expect(answer.html).toContain('value="はなまる"');
});

test('a day is canceled with its reason, and nobody answers for it any more', async () => {
  const { version } = await db
    .selectFrom('classes.sessions')
    .select('version')
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow();
  const old = await desk.post(`/desk/classes/sessions/${sessionId}/cancellation`, {
    ...{ reason: 'storm', version: `${version - 1}`, seen: '' },
  });
  expect(old.status).toBe(422);
  const done = await desk.post(`/desk/classes/sessions/${sessionId}/cancellation`, {
    ...{ reason: 'storm', version: `${version}`, seen: '' },
  });
  expect(done.flash).toBe('Canceled. Everybody is told.');
  expect((await desk.get(`/desk/classes/sessions/${sessionId}`)).text).toContain('storm');
});
