import { describe, expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { pairOfTwo } from '../../../../test/support/pair-of-two.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { pairsModule } from '../module.ts';
import { findPair } from '../pair/store.ts';
import type { PairState } from '../types.ts';

const house = await testHouse([pairsModule({ publicUrl: 'https://otonari.test' })]);
const { db, clock } = house;

const makePair = (state: PairState = 'active', startedOn = '2026-10-01') =>
  pairOfTwo(house, { state, startedOn });

const stranger = house.as(
  actorOf(await inTransaction(db, (tx) => createPerson(tx, { name: 'X', weekly: [], now: clock() }))),
);
const activityIn = (html: string) => /name="activityId" value="([^"]+)"/.exec(html)?.[1] ?? '';

describe('what two did', () => {
  test('is written down for today with one press, how long with a second, and is seen by both once', async () => {
    const { id, resident, volunteer } = await makePair();
    const { location, flash } = await resident.post(`/pairs/${id}/activities`, { kind: 'met' });
    expect([location, flash]).toEqual([`/pairs/${id}`, 'It is written down.']);
    const { html } = await resident.get(`/pairs/${id}`);
    await resident.post(`/pairs/${id}/activity-lengths`, { activityId: activityIn(html), minutes: '60' });
    await volunteer.post(`/pairs/${id}/activities`, { kind: 'met' });
    const seen = await volunteer.get(`/pairs/${id}`);
    expect(seen.text).toContain('Tue, Nov 24: you met · 1 h');
    expect(seen.text).toMatch(/Month 2 until Mon, Nov 30 met once/);
    expect(seen.text).toMatch(/Month 1 Nothing written down/);
  });

  test('on another day counts in its month; days to come and before the pair are refused beside the field', async () => {
    const { id, resident } = await makePair();
    await resident.post(`/pairs/${id}/activities`, { kind: 'talked', happenedOn: '2026-10-05' });
    expect((await resident.get(`/pairs/${id}`)).text).toMatch(/Month 1 one call or message/);
    for (const [happenedOn, says] of [
      ['2026-11-25', 'still to come'],
      ['2026-09-30', 'before your pair began'],
      ['2026-02-30', 'does not exist'],
    ] as const) {
      const refused = await resident.post(`/pairs/${id}/activities`, { kind: 'met', happenedOn });
      expect(refused.status).toBe(422);
      expect(refused.refusals['happenedOn']).toContain(says);
    }
  });

  test('is taken back by whoever wrote it, and by nobody else', async () => {
    const { id, resident, volunteer } = await makePair();
    await resident.post(`/pairs/${id}/activities`, { kind: 'online' });
    const activityId = activityIn((await resident.get(`/pairs/${id}`)).html);
    expect(activityIn((await volunteer.get(`/pairs/${id}`)).html)).toBe('');
    expect((await volunteer.post(`/pairs/${id}/activity-removals`, { activityId })).status).toBe(422);
    const other = await makePair();
    expect((await other.resident.post(`/pairs/${other.id}/activity-removals`, { activityId })).status).toBe(
      422,
    );
    await resident.post(`/pairs/${id}/activity-removals`, { activityId });
    expect((await resident.get(`/pairs/${id}`)).text).not.toContain('you met online');
  });

  test('is nobody else’s to see or write, and of a pair that is over nobody’s', async () => {
    const { id } = await makePair();
    expect((await stranger.get(`/pairs/${id}`)).status).toBe(404);
    expect((await stranger.post(`/pairs/${id}/activities`, { kind: 'met' })).status).toBe(404);
    const over = await makePair('completed');
    expect((await over.resident.post(`/pairs/${over.id}/activities`, { kind: 'met' })).status).toBe(422);
    const proposed = await makePair('proposed');
    expect((await proposed.resident.get(`/pairs/${proposed.id}`)).status).toBe(404);
  });
});

test('a pause moves the end by as many days as it lasted, and whoever rests writes and reads on', async () => {
  const { id, resident, volunteer } = await makePair('active', '2026-08-31');
  clock.set(Temporal.Instant.from('2026-11-24T23:30:00+09:00'));
  await resident.post(`/pairs/${id}/pauses`);
  expect((await volunteer.get(`/pairs/${id}`)).text).toContain('You are taking a break');
  clock.advance({ days: 10 });
  await volunteer.post(`/pairs/${id}/resumptions`);
  const pair = await findPair(db, id);
  expect(pair).toMatchObject({ state: 'active', pausedOn: null });
  expect(pair?.endsOn?.toString()).toBe('2027-03-10');
});
