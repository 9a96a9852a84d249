import { expect, test } from 'vitest';
import { childOf, classOf, seatOf } from '../../../../../test/support/class-day.ts';
import { CLASSES } from '../../../../../test/support/classes.ts';
import { sure } from '../../../../../test/support/events.ts';
import { actorOf, testHouse } from '../../../../../test/support/house.ts';
import { ask } from '../../../../platform/database/questions.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import type { Role } from '../../../../platform/permissions.ts';
import { createPerson } from '../../../people/index.ts';
import { classesDesk } from '../../elsewhere/desk-part.tsx';
import { classesModule } from '../../module.ts';
import { followClock } from '../../sessions/commands.ts';
import { findSession } from '../../store/sessions.ts';
import { markList } from '../door/list-mark.ts';
import { takePresses } from '../door/press.ts';
import type { Press } from '../door/rules/press.ts';
import type { dayWorries } from '../store/on-desk.ts';

const house = await testHouse([classesModule(CLASSES)], '2026-12-05T11:50:00+09:00');
const { db, clock } = house;
const now = clock();
const before = now.subtract({ hours: 48 });
const startsAt = Temporal.Instant.from('2026-12-05T10:00:00+09:00');
const person = (name: string, roles: readonly Role[]) =>
  inTransaction(db, (tx) => createPerson(tx, { name, weekly: [], now: before, roles: [...roles] }));
const [sato, mori, ueda, sita] = [
  await person('Sato', ['coordinator']),
  await person('Mori', ['volunteer']),
  await person('Ueda', ['volunteer']),
  await person('Sita', ['resident']),
];
const desk = house.as(actorOf(sato, ['coordinator']), 'en');
const sessionId = await classOf(db, { tutorIds: [mori.id, ueda.id], byId: sato.id, startsAt, now: before });
const { childId } = await childOf(db, { name: 'Asha', guardianId: sita.id, now: before });
await seatOf(db, { sessionId, childId, now: before });

let seq = 0;
const press = (act: Press) =>
  inTransaction(db, async (tx) => {
    const session = (await findSession(tx, sessionId)) ?? expect.fail();
    seq += 1;
    const presses = [{ seq, at: now.epochMilliseconds, press: act }];
    const device = '00000000-0000-4000-8000-000000000001';
    sure(await takePresses(tx, { session, device, presses, byPersonId: mori.id, now: clock() }));
  });
/** As the desk asks it, with what a row says. */
async function rows(roles: readonly Role[] = ['coordinator']) {
  const asking = await classesDesk.ask(db, {
    personId: sato.id,
    roles: new Set(roles),
    locale: 'en',
    now: clock(),
  });
  if (!asking) return null;
  const { dayWorries: question } = asking.questions as { dayWorries: ReturnType<typeof dayWorries> };
  const items = asking.show({ waitingClasses: [], dayWorries: await ask(db, question) } as never).items;
  return items.map(({ kind, urgency, isWorry, href, what }) => ({
    kind,
    urgency,
    isWorry,
    href,
    what: what(),
  }));
}

test('a hand-over without match stands before everything else until it is written down, also a fortnight later', async () => {
  await press({ act: 'in', childId });
  expect(await rows()).toEqual([]);
  await press({ act: 'out', childId, receivedBy: null, list: markList(db, sessionId, now) });
  const [row, ...others] = (await rows()) ?? [];
  expect(others).toEqual([]);
  expect(row).toMatchObject({ kind: 'class_handover', urgency: 0, isWorry: true, what: { count: 1 } });
  expect(JSON.stringify(row)).not.toContain('Asha');
  expect(await rows(['administrator'])).toBeNull();

  await inTransaction(db, (tx) => followClock(tx, sessionId, startsAt.add({ hours: 3 })));
  clock.set(startsAt.add({ hours: 14 * 24 }));
  const form = await desk.get(row?.href ?? '');
  expect(form.html).toMatch(/value="handover" checked/);
  // About nobody: the hand-over of this child is not written down by it.
  const said = { kind: 'handover', wasAt: '11:52', said: 'An aunt came who was not named.' };
  const path = `/classes/sessions/${sessionId}/incidents`;
  await desk.post(path, { ...said, child: '' });
  expect((await rows())?.map(({ kind }) => kind)).toEqual(['class_handover', 'class_incident']);
  await desk.post(path, { ...said, child: childId });
  expect((await rows())?.map(({ kind }) => kind)).toEqual(['class_incident', 'class_incident']);
});

test('an incident waits until it is closed, and more so while nobody has spoken with the family', async () => {
  const found = (await rows()) ?? [];
  expect(found.map(({ urgency }) => urgency).toSorted()).toEqual([0, 1]);
  for (const { href, urgency } of found) {
    if (urgency === 0) await desk.post(`${href}/told`);
    expect((await rows())?.every((one) => one.href !== href || one.urgency === 1)).toBe(true);
    await desk.post(`${href}/closing`);
  }
  expect(await rows()).toEqual([]);
});

test('a press that was taken back was no hand-over', async () => {
  const ren = await childOf(db, { name: 'Ren', guardianId: sita.id, now: before });
  await seatOf(db, { sessionId, childId: ren.childId, now: before });
  clock.set(now);
  await press({ act: 'in', childId: ren.childId });
  await press({ act: 'out', childId: ren.childId, receivedBy: null, list: markList(db, sessionId, now) });
  expect(await rows()).toHaveLength(1);
  await press({ act: 'undo', undoes: { device: '00000000-0000-4000-8000-000000000001', seq } });
  expect(await rows()).toEqual([]);
});
