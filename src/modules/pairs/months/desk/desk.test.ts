import { beforeEach, describe, expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../../../test/support/house.ts';
import { type PairOfTwo, pairOfTwo } from '../../../../../test/support/pair-of-two.ts';
import { ask } from '../../../../platform/database/questions.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { deskModule } from '../../../desk/index.ts';
import { findApplication } from '../../applications/store.ts';
import { pairsDesk } from '../../elsewhere/desk-part.tsx';
import { pairsModule } from '../../module.ts';
import { findPair, updatePair } from '../../pair/store.ts';
import { lookAfterPairs } from '../jobs.ts';
import type { AlarmKind } from '../rules/alarms.ts';
import { listAlarms } from '../store/alarms.ts';
import { MOST_ALARMS, openAlarmsFor } from '../store/alarms-on-desk.ts';
import { checkInsDue } from '../store/on-desk.ts';
import { alarmItem } from './items.tsx';

const house = await testHouse([
  pairsModule({ publicUrl: 'https://otonari.test' }),
  deskModule([{ desk: pairsDesk }]),
]);
const { db, clock } = house;
const SECRET = 'I do not dare to tell her.';

let two: PairOfTwo;
beforeEach(async () => {
  clock.set(Temporal.Instant.from('2026-11-02T09:00:00+09:00'));
  two = await pairOfTwo(house, { startedOn: '2026-10-02' });
  await two.resident.post(`/pairs/${two.id}/activities`, { kind: 'met' });
  await lookAfterPairs(db, clock());
  await two.resident.post(`/pairs/${two.id}/check-in`, { feeling: '2', contact: '1', words: SECRET });
  await two.volunteer.post(`/pairs/${two.id}/check-in`, { feeling: '5', contact: '3' });
});
const page = () => two.coordinator.get(`/desk/pairs/${two.id}`);
const post = (act: string, fields: Record<string, string | readonly string[]>) =>
  two.coordinator.post(`/desk/pairs/${two.id}/${act}`, fields);
const openOnDesk = async (readerId = two.coordinatorId) =>
  (await ask(db, openAlarmsFor(readerId))).filter(({ pairId }) => pairId === two.id);

describe('the page of a pair on the desk', () => {
  test('shows both sides’ answers beside each other, and what has to be looked at', async () => {
    const { text } = await page();
    expect(text).toContain('Their two answers lie apart');
    expect(text).toContain('Does not feel well about the pair (Resident)');
    expect(text).toMatch(/How do you feel about your pair now\? Not so good Very good/);
    expect(text).toContain(SECRET);
  });

  test('closes what was looked at with words, once, and another’s never', async () => {
    const [first, second] = await listAlarms(db, two.id);
    const ids = [first?.id ?? '', second?.id ?? ''];
    const empty = await post('alarm-closings', { alarmIds: ids, done: '' });
    expect(empty.refusals['done']).toContain('what you did');
    expect((await post('alarm-closings', { done: 'Called.' })).status).toBe(422);
    expect((await post('alarm-closings', { alarmIds: ids, done: 'Called both.' })).flash).toBe('Closed.');
    expect((await post('alarm-closings', { alarmIds: ids, done: 'Again.' })).status).toBe(422);
    expect(await openOnDesk()).toEqual([]);
    expect((await page()).text).toContain('Called both.');
    const other = await pairOfTwo(house);
    const foreign = await other.coordinator.post(`/desk/pairs/${other.id}/alarm-closings`, {
      alarmIds: ids,
      done: 'Mine?',
    });
    expect(foreign.status).toBe(422);
  });

  test('is not for the two, whatever office they hold', async () => {
    const asBoth = house.as(actorOf({ id: two.volunteerId }, ['volunteer', 'coordinator']));
    expect((await asBoth.get(`/desk/pairs/${two.id}`)).status).toBe(404);
    expect((await two.volunteer.get(`/desk/pairs/${two.id}`)).status).toBe(403);
    expect(await openOnDesk(two.volunteerId)).toEqual([]);
    const [alarm] = await listAlarms(db, two.id);
    const closing = { alarmIds: alarm?.id ?? '', done: 'Nothing there.' };
    expect((await asBoth.post(`/desk/pairs/${two.id}/alarm-closings`, closing)).status).not.toBe(303);
    expect(await openOnDesk()).toHaveLength(2);
  });
});

describe('the desk', () => {
  test('names what is open, by its urgency; of a pair that is over only what is grave', async () => {
    const items = (await openOnDesk()).map((alarm) => alarmItem(alarm, 'en'));
    expect(items.map(({ act, urgency }) => [act, urgency]).sort()).toEqual([
      ['alarm_disagreement', 1],
      ['alarm_low_feeling', 1],
    ]);
    await two.resident.post(`/pairs/${two.id}/endings`);
    expect(await openOnDesk()).toEqual([]);
    const worried = await pairOfTwo(house, { startedOn: '2026-10-02' });
    await lookAfterPairs(db, clock());
    await worried.resident.post(`/pairs/${worried.id}/check-in`, {
      feeling: '3',
      contact: '3',
      worries: 'unsafe',
    });
    await worried.resident.post(`/pairs/${worried.id}/endings`);
    const grave = (await ask(db, openAlarmsFor(two.coordinatorId))).filter(
      ({ pairId }) => pairId === worried.id,
    );
    expect(grave.map((alarm) => alarmItem(alarm, 'en'))).toMatchObject([
      { act: 'alarm_unsafe', urgency: 0, isWorry: true },
    ]);
  });
});

test('a pair stands in one row of the desk, with its gravest reason, how many more, and no year', async () => {
  const look = async () => {
    const { html, text } = await two.coordinator.get('/desk');
    return { rows: html.split(`href="/en/desk/pairs/${two.id}"`).length - 1, text };
  };
  const before = await look();
  expect(before.rows).toBe(1);
  expect(before.text).toMatch(/Does not feel well about the pair · Mon, Nov 2, 09:00 · 1 more reason/);
  expect(before.text).not.toContain('Their two answers lie apart');
  await inTransaction(db, (tx) => updatePair(tx, two.id, { writing_stopped_at: clock() }));
  const after = await look();
  expect(after.rows).toBe(1);
  expect(after.text).toMatch(/does not want to be written to · Mon, Nov 2, 09:00 · 2 more reasons/);
});

test('a pair that faded is ended by a person, who says who was left by it', async () => {
  await post('endings', { ending: 'faded', left: 'resident' });
  expect(await findPair(db, two.id)).toMatchObject({ state: 'ended', ending: 'faded' });
  const wishes = await Promise.all(
    [two.residentApplicationId, two.volunteerApplicationId].map((id) => findApplication(db, id)),
  );
  expect(wishes.map((wish) => [wish?.state, wish?.fallenThrough])).toEqual([
    ['paused', 1],
    ['paused', 0],
  ]);
});

test('a coordinator lets a pair rest and go on', async () => {
  await post('pauses', {});
  expect((await findPair(db, two.id))?.state).toBe('paused');
  await post('resumptions', {});
  expect((await findPair(db, two.id))?.state).toBe('active');
});

test('check-ins without an answer are counted on the desk until they count as missed', async () => {
  await db.deleteFrom('pairs.check_ins').execute();
  const other = await pairOfTwo(house, { startedOn: '2026-10-02' });
  await lookAfterPairs(db, clock());
  const rowOf = async () => (await other.coordinator.get('/desk')).text;
  expect(await rowOf()).toContain('check-ins wait for an answer');
  const waiting = async () => (await ask(db, checkInsDue(clock())))?.count ?? 0;
  const before = await waiting();
  await other.resident.post(`/pairs/${other.id}/check-in`, { feeling: '5', contact: '3' });
  expect(await waiting()).toBe(before - 1);
  clock.advance({ hours: 24 * 60 });
  expect(await waiting()).toBe(0);
});

// The last one: it fills the desk.
test('what is grave does not stand behind all that is older, and the desk says that more waits than it looks at', async () => {
  const older = clock().subtract({ hours: 24 });
  const causes = Array.from({ length: MOST_ALARMS }, (_, at) => `day ${at}`);
  const alarm = { pair_id: two.id, kind: 'gone_quiet', opened_at: older } as const;
  const insert = (alarms: readonly (Omit<typeof alarm, 'kind'> & { kind: AlarmKind; cause: string })[]) =>
    db.insertInto('pairs.alarms').values(alarms).execute();
  await insert(causes.map((cause) => ({ ...alarm, cause })));
  await insert([{ ...alarm, kind: 'unsafe', cause: '1 resident', opened_at: clock() }]);
  const alarms = await ask(db, openAlarmsFor(two.coordinatorId));
  expect(alarms).toHaveLength(MOST_ALARMS);
  expect(alarms.filter(({ pairId }) => pairId === two.id)[0]).toMatchObject({ kind: 'unsafe' });
  expect((await two.coordinator.get('/desk')).text).toMatch(/These are the first \d+\./);
});
