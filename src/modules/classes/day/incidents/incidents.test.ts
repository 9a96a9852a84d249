import { expect, test } from 'vitest';
import { childOf, classOf, seatOf } from '../../../../../test/support/class-day.ts';
import { CLASSES } from '../../../../../test/support/classes.ts';
import { sure } from '../../../../../test/support/events.ts';
import { actorOf, testHouse } from '../../../../../test/support/house.ts';
import { untilSomebodyWaitsForARow } from '../../../../../test/support/waiting.ts';
import { inTransaction, violatedConstraint } from '../../../../platform/database/transaction.ts';
import { createPerson } from '../../../people/index.ts';
import { classesModule } from '../../module.ts';
import { closeIncident } from './commands.ts';

const house = await testHouse([classesModule(CLASSES)], '2026-12-05T10:30:00+09:00');
const { db, clock } = house;
const now = clock();
const before = now.subtract({ hours: 48 });
const person = (name: string, roles: readonly ('coordinator' | 'volunteer' | 'resident')[]) =>
  inTransaction(db, (tx) => createPerson(tx, { name, weekly: [], now: before, roles: [...roles] }));
const [sato, mori, ueda, sita] = [
  await person('Sato', ['coordinator']),
  await person('Mori', ['volunteer']),
  await person('Ueda', ['volunteer']),
  await person('Sita', ['resident']),
];
const startsAt = Temporal.Instant.from('2026-12-05T10:00:00+09:00');
const sessionId = await classOf(db, {
  ...{ tutorIds: [mori.id, ueda.id], byId: sato.id },
  ...{ startsAt, now: before },
});
const { childId } = await childOf(db, { name: 'Asha', guardianId: sita.id, now: before });
await seatOf(db, { sessionId, childId, now: before });
const at = `/classes/sessions/${sessionId}/incidents`;
const tutor = house.as(actorOf(mori, ['volunteer']), 'en');
const desk = house.as(actorOf(sato, ['coordinator']), 'en');
const family = house.as(actorOf(sita, ['resident']), 'en');
const fell = { kind: 'injury', child: childId, wasAt: '10:20', said: 'She slipped on the blue mat.' };

test('1 who was there writes it, and the family is told at once, without a word of what it was', async () => {
  expect((await tutor.get(at)).text).toContain('In danger of life call 119.');
  const empty = await tutor.post(at, { ...fell, said: '', kind: '' });
  expect(Object.keys(empty.refusals)).toEqual(['kind', 'said']);
  expect(empty.html).toContain('value="10:20"');
  const sent = await tutor.post(at, fell);
  expect(sent.location).toMatch(new RegExp(`^${at}/[\\w-]{36}$`));
  const page = await tutor.get(sent.location ?? '');
  expect(page.text).toContain('She slipped on the blue mat.');
  expect(page.text).toContain('Mother of Asha 090-1111-2222');
  const [event] = await db
    .selectFrom('platform.events')
    .select('ids')
    .where('type', '=', 'classes.incident.reported')
    .execute();
  expect(event?.ids).toMatchObject({ childId, sessionId, byPersonId: mori.id });
  expect((await family.get(`/children/${childId}/learning`)).text).toContain('A child was hurt');
  expect((await family.get(`/children/${childId}/learning`)).text).not.toContain('blue mat');
});

test('2 lines are added and never changed, in the order in which it was', async () => {
  const { id } = await db.selectFrom('classes.incidents').select('id').executeTakeFirstOrThrow();
  await tutor.post(`${at}/${id}`, { wasAt: '10:25', said: 'We cooled her knee.' });
  await tutor.post(`${at}/${id}`, { wasAt: '10:10', said: 'The mat had become wet.' });
  const { text } = await desk.get(`${at}/${id}`);
  // The newest stands first.
  expect(text).toMatch(/cooled her knee.*slipped on the blue mat.*had become wet/);
  await expect(
    db.updateTable('classes.incident_lines').set({ was_at: now }).where('incident_id', '=', id).execute(),
  ).rejects.toThrow('permission denied');
});

test('3 it is closed by a coordinator once the family knows, and never before', async () => {
  const { id } = await db.selectFrom('classes.incidents').select('id').executeTakeFirstOrThrow();
  expect((await tutor.post(`${at}/${id}/closing`)).status).not.toBe(303);
  expect((await desk.post(`${at}/${id}/closing`)).text).toContain('Speak with the family first, then close.');
  const early = db
    .updateTable('classes.incidents')
    .set({ closed_at: now, closed_by: sato.id })
    .where('id', '=', id)
    .execute();
  expect(violatedConstraint(await early.catch((problem: unknown) => problem))).toBe('incidents_are_told');
  await tutor.post(`${at}/${id}/told`);
  expect((await desk.get(`${at}/${id}`)).text).toContain('The family of Asha was told:');
  await desk.post(`${at}/${id}/closing`);
  expect((await desk.get(`${at}/${id}`)).text).toContain('Closed:');
  const late = await tutor.post(`${at}/${id}`, { wasAt: '11:00', said: 'One more.' });
  expect(late.text).toContain('This record is closed.');
});

test('nobody writes on while it is being closed', async () => {
  const other = await desk.post(at, { ...fell, child: '', kind: 'other', said: 'A window is broken.' });
  const id = other.location?.split('/').at(-1) ?? expect.fail();
  const on = { sessionId, by: sato.id, now } as const;
  let writing: ReturnType<typeof tutor.post> | undefined;
  await inTransaction(db, async (tx) => {
    sure(await closeIncident(tx, on, id));
    writing = tutor.post(`${at}/${id}`, { wasAt: '11:00', said: 'A line too late.' });
    await untilSomebodyWaitsForARow(db);
  });
  expect((await writing)?.status).toBe(422);
  expect((await desk.get(`${at}/${id}`)).text).not.toContain('A line too late.');
  await db.deleteFrom('classes.incidents').where('id', '=', id).execute();
});

test('4 no family, no stranger and no tutor of another time reads it', async () => {
  const { id } = await db.selectFrom('classes.incidents').select('id').executeTakeFirstOrThrow();
  expect((await family.get(`${at}/${id}`)).status).toBe(404);
  expect(
    (await house.as(actorOf(await person('Eve', ['volunteer']), ['volunteer'])).get(`${at}/${id}`)).status,
  ).toBe(404);
  clock.advance({ hours: 24 * 8 });
  expect((await tutor.get(`${at}/${id}`)).status).toBe(404);
  expect((await desk.get(`${at}/${id}`)).status).toBe(200);
  clock.set(now);
});

test('5 whoever has the database reads no word of it', async () => {
  const rows = await db.selectFrom('classes.incident_lines').selectAll().execute();
  expect(rows).toHaveLength(3);
  for (const word of ['mat', 'knee', 'slipped']) expect(JSON.stringify(rows)).not.toContain(word);
});
