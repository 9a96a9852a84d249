import { beforeEach, describe, expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { type PairOfTwo, pairOfTwo } from '../../../../test/support/pair-of-two.ts';
import { applyForPair, pairUp } from '../../../../test/support/pairs.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { countOpenConcernsWith, keepApart } from '../../trust/index.ts';
import { findApplication } from '../applications/store.ts';
import { pairsModule } from '../module.ts';
import { listAlarms } from '../months/store/alarms.ts';
import { findPair } from '../pair/store.ts';
import { completeDue, deliverWaiting } from './jobs.ts';

const house = await testHouse([pairsModule({ publicUrl: 'https://otonari.test' })]);
const { db, clock } = house;
const WORDS = 'Thank you for the summer.';
const SAYS = { feeling: '5', wantsAgain: 'yes', staysInTouch: 'yes', lastPage: WORDS, hintsSeen: '1' };

let two: PairOfTwo;
beforeEach(async () => {
  clock.set(Temporal.Instant.from('2026-11-24T09:00:00+09:00'));
  two = await pairOfTwo(house, { startedOn: '2026-05-31' });
});
const close = (who: 'resident' | 'volunteer', fields: Record<string, string> = {}) =>
  two[who].post(`/pairs/${two.id}/closing`, { ...SAYS, ...fields });
const wish = (who: 'resident' | 'volunteer') => findApplication(db, two[`${who}ApplicationId`]);
const pageOf = async (who: 'resident' | 'volunteer') => (await two[who].get(`/pairs/${two.id}`)).text;
const pair = () => findPair(db, two.id);
const countEvents = async (type: string) => {
  const rows = await db.selectFrom('platform.events').select('ids').where('type', '=', type).execute();
  return rows.filter(({ ids }) => JSON.stringify(ids).includes(two.id)).length;
};

describe('six months', () => {
  test('are over on the day, in Japan, once; both rest until they say whether they wish for another', async () => {
    clock.set(Temporal.Instant.from('2026-11-29T23:59:00+09:00'));
    await completeDue(db, clock());
    expect((await pair())?.state).toBe('active');
    clock.set(Temporal.Instant.from('2026-11-30T00:01:00+09:00'));
    await completeDue(db, clock());
    await completeDue(db, clock());
    expect(await pair()).toMatchObject({ state: 'completed', ending: 'planned', overAt: clock() });
    expect(await countEvents('pairs.pair.completed')).toBe(1);
    expect([(await wish('resident'))?.state, (await wish('volunteer'))?.state]).toEqual(['paused', 'paused']);
    expect((await wish('resident'))?.fallenThrough).toBe(0);
    expect(await pageOf('resident')).toContain('Your half-year with Kimura Sachiko is over');
  });

  test('are not over while they rest', async () => {
    await two.resident.post(`/pairs/${two.id}/pauses`);
    clock.advance({ days: 30 });
    await completeDue(db, clock());
    expect((await pair())?.state).toBe('paused');
  });
});

describe('an end that is told', () => {
  test('needs no reason; whoever was left is nearer to the next', async () => {
    const ended = await two.volunteer.post(`/pairs/${two.id}/endings`);
    expect(ended.location).toBe(`/pairs/${two.id}/closing`);
    expect(await pair()).toMatchObject({ state: 'ended', ending: 'told' });
    expect([(await wish('resident'))?.fallenThrough, (await wish('volunteer'))?.fallenThrough]).toEqual([
      1, 0,
    ]);
    expect(await pageOf('resident')).toContain('nobody’s fault');
    expect((await two.resident.get(`/pairs/${two.id}/closing`)).text).toContain('Why it ended');
    expect((await two.resident.post(`/pairs/${two.id}/endings`)).status).toBe(422);
    await completeDue(db, clock().add({ hours: 24 * 30 }));
    expect((await pair())?.state).toBe('ended');
  });
});

describe('what is said when it is over', () => {
  test('is read by coordinators; fear is a concern on the same day, told to nobody else', async () => {
    await two.volunteer.post(`/pairs/${two.id}/endings`);
    const sent = await close('resident', {
      reason: 'safety',
      words: 'He followed me home.',
      mayBeTold: 'on',
    });
    expect(sent.flash).toContain('A coordinator reads this today');
    const desk = async () => (await two.coordinator.get(`/desk/pairs/${two.id}`)).text;
    const first = await desk();
    for (const told of [
      'How was your time as a pair? Very good Not answered',
      'It did not feel safe',
      'He followed',
    ])
      expect(first).toContain(told);
    expect((await listAlarms(db, two.id)).map(({ kind, cause }) => `${kind} ${cause}`)).toEqual([
      'unsafe end resident',
    ]);
    const concerns = { personId: two.volunteerId, readerId: two.coordinatorId };
    expect(await countOpenConcernsWith(db, concerns)).toBe(1);
    expect(await pageOf('volunteer')).not.toMatch(/safe|followed/);
    expect(first).not.toContain(WORDS);
    expect(first).not.toContain('tell of their half-year');
    await close('volunteer', { reason: 'busy', mayBeTold: 'on' });
    expect(await desk()).toContain('Both let us tell of their half-year.');
    expect(await countOpenConcernsWith(db, concerns)).toBe(1);
  });
});

describe('closing', () => {
  beforeEach(async () => {
    clock.set(Temporal.Instant.from('2026-11-30T09:00:00+09:00'));
    await completeDue(db, clock());
  });

  test('asks each side once, and of what is over only', async () => {
    expect((await two.resident.get(`/pairs/${two.id}/closing`)).text).not.toContain('Why it ended');
    const forgot = await close('resident', { wantsAgain: '' });
    expect(forgot.status).toBe(422);
    expect(forgot.text).toContain(WORDS);
    expect((await close('resident')).flash).toBe('Thank you for telling us.');
    expect((await close('resident')).status).toBe(422);
    const running = await pairOfTwo(house);
    expect((await running.resident.post(`/pairs/${running.id}/closing`, SAYS)).status).toBe(422);
    expect((await running.resident.post(`/pairs/${two.id}/closing`, SAYS)).status).toBe(404);
  });

  test('brings the last pages when both have written, not before', async () => {
    await close('resident');
    expect(await pageOf('volunteer')).not.toContain(WORDS);
    expect((await two.volunteer.get(`/pairs/${two.id}/closing`)).html).not.toContain(WORDS);
    await close('volunteer', { lastPage: '' });
    expect(await pageOf('volunteer')).toContain(WORDS);
    expect(await countEvents('pairs.closure.delivered')).toBe(1);
  });

  test('brings the last page of one after fourteen days, once', async () => {
    await close('resident');
    await deliverWaiting(db, clock());
    expect(await pageOf('volunteer')).not.toContain(WORDS);
    clock.advance({ days: 14 });
    await deliverWaiting(db, clock());
    await deliverWaiting(db, clock());
    expect(await pageOf('volunteer')).toContain(WORDS);
    expect(await countEvents('pairs.closure.delivered')).toBe(1);
  });

  test('says that both wish to stay in touch when both do, and that one does to nobody', async () => {
    await close('resident', { lastPage: '' });
    const before = [await pageOf('volunteer'), await pageOf('resident')];
    expect(before.join()).not.toContain('stay in touch');
    await close('volunteer', { staysInTouch: 'no', lastPage: '' });
    expect([await pageOf('volunteer'), await pageOf('resident')].join()).not.toContain('stay in touch');
    two = await pairOfTwo(house, { startedOn: '2026-05-30' });
    await completeDue(db, clock());
    await close('resident');
    await close('volunteer');
    expect(await pageOf('volunteer')).toContain('both wish to stay in touch');
    expect(await countEvents('pairs.closure.in_touch')).toBe(1);
  });

  test('lets those who both wish to stay in touch show each other how to be reached, and nobody else', async () => {
    const give = (who: 'resident' | 'volunteer') =>
      two[who].post(`/pairs/${two.id}/contacts`, { channels: ['email'] });
    for (const id of [two.residentId, two.volunteerId])
      await db
        .updateTable('people.persons')
        .set({ email: `${id}@example.org` })
        .where('id', '=', id)
        .execute();
    await close('resident');
    expect([(await give('resident')).status, (await give('volunteer')).status]).toEqual([422, 422]);
    await close('volunteer');
    await give('resident');
    expect(await pageOf('volunteer')).not.toContain(`${two.residentId}@example.org`);
    await give('volunteer');
    expect(await pageOf('volunteer')).toContain(`${two.residentId}@example.org`);
    await inTransaction(db, (tx) =>
      keepApart(tx, {
        ...{ personId: two.residentId, otherId: two.volunteerId, reason: 'She asked for it.', now: clock() },
        by: { personId: two.coordinatorId, role: 'coordinator' },
      }),
    );
    expect(await pageOf('volunteer')).not.toMatch(/@example.org|stay in touch/);
  });

  test('is found again from one’s own page, with the days of the pair', async () => {
    const { text, html } = await two.resident.get('/pairs');
    expect(text).toMatch(/Your pairs so far .*Kimura Sachiko .*May 31, 2026 to .*Nov/);
    expect(html).toContain(`href="/en/pairs/${two.id}"`);
  });

  test('again: ready from today, with what was left counted; not again: the wish has ended', async () => {
    clock.advance({ days: 3 });
    await close('resident', { wantsAgain: 'yes' });
    await close('volunteer', { wantsAgain: 'no' });
    expect(await wish('resident')).toMatchObject({ state: 'ready', readyAt: clock(), pausedAt: null });
    expect(await wish('volunteer')).toMatchObject({ state: 'ended' });
  });

  test('not again ends no wish that is in another pair', async () => {
    const other = await inTransaction(db, async (tx) => {
      const volunteer = await applyForPair(tx, { side: 'volunteer', places: 2, now: clock() });
      const [one, both] = [
        await applyForPair(tx, { side: 'resident', now: clock() }),
        await applyForPair(tx, { side: 'resident', now: clock() }),
      ];
      const { coordinatorId } = two;
      const of = { volunteerApplicationId: volunteer.id, coordinatorId, now: clock() };
      const ended = await pairUp(tx, { ...of, residentApplicationId: one.id, state: 'completed' });
      await pairUp(tx, { ...of, residentApplicationId: both.id, state: 'active' });
      return { volunteer, ended };
    });
    const web = house.as(actorOf({ id: other.volunteer.personId }, ['volunteer']));
    expect((await web.post(`/pairs/${other.ended}/closing`, { ...SAYS, wantsAgain: 'no' })).status).toBe(303);
    expect((await findApplication(db, other.volunteer.id))?.state).toBe('ready');
  });
});
