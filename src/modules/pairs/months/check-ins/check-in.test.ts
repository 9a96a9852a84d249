import { beforeEach, describe, expect, test } from 'vitest';
import { testHouse } from '../../../../../test/support/house.ts';
import { type PairOfTwo, pairOfTwo } from '../../../../../test/support/pair-of-two.ts';
import { countOpenConcernsWith } from '../../../trust/index.ts';
import { pairsModule } from '../../module.ts';
import type { Side } from '../../types.ts';
import { lookAfterPairs } from '../jobs.ts';
import { listAlarms } from '../store/alarms.ts';
import { listCheckIns, listWaitingFor } from '../store/check-ins.ts';

const house = await testHouse([pairsModule({ publicUrl: 'https://otonari.test' })]);
const { db, clock } = house;
const WELL = { feeling: '5', contact: '3' };
const SECRET = 'He never has time.';

let two: PairOfTwo;
beforeEach(async () => {
  clock.set(Temporal.Instant.from('2026-11-02T09:00:00+09:00'));
  two = await pairOfTwo(house, { startedOn: '2026-10-02' });
  await two.resident.post(`/pairs/${two.id}/activities`, { kind: 'met' });
});

/** Looks after all pairs on a day, at nine. */
async function lookOn(day: string) {
  clock.set(Temporal.Instant.from(`${day}T09:00:00+09:00`));
  await lookAfterPairs(db, clock());
}
const monthsAsked = async (side: Side) => (await listCheckIns(db, two.id, side)).map(({ month }) => month);
const alarms = async () => (await listAlarms(db, two.id)).map(({ kind, cause }) => `${kind} ${cause}`).sort();
const answer = (who: 'resident' | 'volunteer', fields: Record<string, string> = {}) =>
  two[who].post(`/pairs/${two.id}/check-in`, { ...WELL, ...fields });
const dueFor = async (personId: string) => {
  const events = await db
    .selectFrom('platform.events')
    .select('ids')
    .where('type', '=', 'pairs.check_in.due')
    .execute();
  return events.filter(({ ids }) => JSON.stringify(ids).includes(personId));
};

describe('a check-in', () => {
  test('is asked of both at the end of a month, once, and waits on their page until they answer', async () => {
    await lookOn('2026-11-02');
    await lookOn('2026-11-02');
    expect([await dueFor(two.residentId), await dueFor(two.volunteerId)]).toMatchObject([[{}], [{}]]);
    expect((await two.volunteer.get(`/pairs/${two.id}`)).text).toContain(
      'Five questions about your pair with Sita',
    );
    expect(await listWaitingFor(db, two.volunteerId)).toMatchObject([
      { pairId: two.id, otherId: two.residentId },
    ]);
    const sent = await answer('volunteer');
    expect([sent.location, sent.flash]).toEqual([`/pairs/${two.id}`, 'Thank you. A coordinator reads it.']);
    expect(await listWaitingFor(db, two.volunteerId)).toEqual([]);
    expect(await listWaitingFor(db, two.residentId)).toHaveLength(1);
    expect((await answer('volunteer')).status).toBe(422);
    expect(await alarms()).toEqual([]);
  });

  test('that waits when the pair ends is not begun any more; what was typed by then comes back', async () => {
    await lookOn('2026-11-02');
    await two.volunteer.post(`/pairs/${two.id}/endings`);
    expect((await two.resident.get(`/pairs/${two.id}/check-in`)).html).not.toContain('name="feeling"');
    const late = await answer('resident', { words: SECRET });
    expect([late.status, late.text.includes(SECRET)]).toEqual([422, true]);
  });

  test('that leaves a question out comes back with what was typed', async () => {
    await lookOn('2026-11-02');
    const back = await two.resident.post(`/pairs/${two.id}/check-in`, { feeling: '4', words: SECRET });
    expect(back.status).toBe(422);
    expect(back.refusals['contact']).toBeDefined();
    expect(back.text).toContain(SECRET);
  });

  test('thins out for a side that is content, and asks one question more where it goes less well', async () => {
    for (const day of ['2026-11-02', '2026-12-02']) {
      await lookOn(day);
      await answer('resident');
      await answer('volunteer', day === '2026-12-02' ? { feeling: '4' } : {});
    }
    await lookOn('2027-01-02');
    expect(await monthsAsked('resident')).toEqual([2, 1]);
    await lookOn('2027-02-02');
    await answer('resident', { feeling: '3' });
    await answer('volunteer');
    await lookOn('2027-03-02');
    expect(await monthsAsked('resident')).toEqual([5, 4, 2, 1]);
    expect((await two.resident.get(`/pairs/${two.id}/check-in`)).text).toContain('What has become harder?');
  });

  test('comes to one side as often, and says the same, whatever the other answers or does not', async () => {
    /** All that is asked of the volunteer, who is content, and told to them, month by month. */
    const seen = async (of: Record<string, string> | null) => {
      clock.set(Temporal.Instant.from('2026-11-02T09:00:00+09:00'));
      two = await pairOfTwo(house, { startedOn: '2026-10-02' });
      const months: unknown[] = [];
      for (const day of ['2026-11-02', '2026-12-02', '2027-01-02', '2027-02-02', '2027-03-02']) {
        await lookOn(day);
        if (of) await answer('resident', of);
        const { text } = await two.volunteer.get(`/pairs/${two.id}/check-in`);
        const told = (await dueFor(two.volunteerId)).length;
        months.push({ text, told, status: (await answer('volunteer')).status });
      }
      return months;
    };
    const beside = await seen(WELL);
    expect(await seen({ ...WELL, feeling: '1', wantsCoordinator: 'on', worries: 'unsafe' })).toEqual(beside);
    expect(await monthsAsked('resident')).toEqual([5, 4, 3, 2, 1]);
    expect(await seen(null)).toEqual(beside);
    expect(await monthsAsked('volunteer')).toEqual([4, 2, 1]);
  });

  test('is read by nobody but coordinators: neither side finds what the other said', async () => {
    await lookOn('2026-11-02');
    await answer('resident', { feeling: '1', words: SECRET, worries: 'unsafe' });
    for (const path of [`/pairs/${two.id}`, `/pairs/${two.id}/check-in`]) {
      const { html } = await two.volunteer.get(path);
      expect(html).not.toContain(SECRET);
      expect(html).not.toContain('checked');
    }
    const columns = await db.selectFrom('pairs.check_ins').select('answers').execute();
    expect(JSON.stringify(columns)).not.toContain(SECRET);
    const stranger = await pairOfTwo(house, { startedOn: '2026-10-02' });
    expect((await stranger.resident.get(`/pairs/${two.id}/check-in`)).status).toBe(404);
    expect((await stranger.resident.post(`/pairs/${two.id}/check-in`, WELL)).status).toBe(404);
  });
});

describe('an alarm', () => {
  test('is the difference between the two answers, though each by itself is well enough', async () => {
    await lookOn('2026-11-02');
    await answer('resident', { feeling: '3' });
    expect(await alarms()).toEqual([]);
    await answer('volunteer', { feeling: '5' });
    expect(await alarms()).toEqual(['disagreement 1']);
  });

  test('is the difference to what the other said last, where they were not asked so soon', async () => {
    for (const day of ['2026-11-02', '2026-12-02']) {
      await lookOn(day);
      await answer('resident', { feeling: '3' });
      await answer('volunteer', { feeling: '4' });
    }
    await lookOn('2027-01-02');
    expect(await alarms()).toEqual([]);
    await answer('resident', { feeling: '3', contact: '1' });
    expect(await alarms()).toEqual(['disagreement 3']);
  });

  test('for money, solicitation and fear is a concern about the other at once', async () => {
    await lookOn('2026-11-02');
    const sent = await answer('resident', { worries: 'asked_for_money', words: 'He wants 50,000 yen.' });
    expect(sent.flash).toContain('A coordinator reads this today');
    expect(await alarms()).toEqual(['asked_for_money 1 resident']);
    expect(await countOpenConcernsWith(db, { personId: two.volunteerId, readerId: two.coordinatorId })).toBe(
      1,
    );
  });

  test('is opened by silence: two missed in a row, and six weeks without a sign', async () => {
    await lookOn('2026-11-02');
    await lookOn('2026-12-02');
    await answer('volunteer');
    await lookOn('2026-12-17');
    await lookOn('2026-12-17');
    expect(await alarms()).toEqual(['check_ins_missed 1 resident']);
    await lookOn('2027-01-20');
    expect(await alarms()).toEqual(['check_ins_missed 1 resident', 'gone_quiet 2026-12-02']);
  });

  test('of two who never met comes after two weeks, once', async () => {
    clock.set(Temporal.Instant.from('2026-10-20T09:00:00+09:00'));
    two = await pairOfTwo(house, { startedOn: '2026-10-06' });
    await lookOn('2026-10-20');
    await lookOn('2026-10-21');
    expect(await alarms()).toEqual(['no_first_contact beginning']);
  });
});
