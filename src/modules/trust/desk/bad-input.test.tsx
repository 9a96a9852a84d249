import { describe, expect, it } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { makeApplicant, makeVolunteer } from '../../../../test/support/volunteers.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { trustModule } from '../module.ts';
import { listRestrictions } from '../restrictions/store.ts';

const house = await testHouse([trustModule]);
const { db } = house;
const now = house.clock();
const staff = await inTransaction(db, (tx) => createPerson(tx, { name: 'Kobayashi', now }));
const coordinator = house.as(actorOf(staff, ['coordinator']));
const LONG = 'あ'.repeat(10_000);
const NUL = 'a\0b';
const NOBODY_THERE = '00000000-0000-4000-8000-0000000000ff';

const interview = {
  interview_day: '2026-11-25',
  interview_time: '14:30',
  duration_minutes: '30',
  place: 'online',
  where_words: 'https://meet.example.org/one',
};

describe('an interview', () => {
  it.each([
    [{ interview_day: '2026-11-23' }, 'interview_day'],
    [{ interview_day: '2026-11-24', interview_time: '09:00' }, 'interview_day'],
    [{ interview_day: '2027-02-29' }, 'interview_day'],
    [{ interview_day: '2030-01-01' }, 'interview_day'],
    [{ interview_day: '' }, 'interview_day'],
    [{ interview_day: 'tomorrow' }, 'interview_day'],
    [{ interview_time: '24:00' }, 'interview_time'],
    [{ interview_time: '' }, 'interview_time'],
    [{ interview_time: '午後' }, 'interview_time'],
    [{ duration_minutes: '0' }, 'duration_minutes'],
    [{ duration_minutes: '300' }, 'duration_minutes'],
    [{ duration_minutes: 'half an hour' }, 'duration_minutes'],
    [{ place: 'moon' }, 'place'],
    [{ where_words: '' }, 'where_words'],
    [{ where_words: LONG }, 'where_words'],
    [{ where_words: NUL }, 'where_words'],
  ])('with %o is refused beside %s, and the rest stays typed', async (wrong, field) => {
    const { id } = await makeApplicant(db, now);
    const answer = await coordinator.post(`/trust/people/${id}/interviews`, { ...interview, ...wrong });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.refusals)).toEqual([field]);
    if (field !== 'where_words') expect(answer.html).toContain('https://meet.example.org/one');
  });

  it('is taken with full-width digits, emoji and right-to-left words', async () => {
    const { id } = await makeApplicant(db, now);
    const fields = { ...interview, duration_minutes: '４５', where_words: 'غرفة ۳ 🙂 ﾛﾋﾞｰ' };
    expect((await coordinator.post(`/trust/people/${id}/interviews`, fields)).status).toBe(303);
    expect((await coordinator.get(`/trust/people/${id}`)).text).toContain('غرفة ۳ 🙂 ﾛﾋﾞｰ');
  });

  it('with somebody who never applied is refused', async () => {
    const { id } = await inTransaction(db, (tx) => createPerson(tx, { name: 'Nobody', now }));
    const answer = await coordinator.post(`/trust/people/${id}/interviews`, interview);
    expect(answer.text).toContain('There is no application at the moment.');
  });

  it('of somebody else is not recorded through another person’s page', async () => {
    const [one, other] = [await makeApplicant(db, now), await makeApplicant(db, now)];
    await coordinator.post(`/trust/people/${one.id}/interviews`, interview);
    const page = await coordinator.get(`/trust/people/${one.id}`);
    const interviewId = /name="interview_id" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
    house.clock.set(Temporal.Instant.from('2026-11-25T15:00:00+09:00'));
    const fields = { interview_id: interviewId, outcome: 'fits' };
    const answer = await coordinator.post(`/trust/people/${other.id}/interview-outcomes`, fields);
    house.clock.set(now);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('We can’t find this interview');
  });
});

describe('a record', () => {
  it.each([
    ['trainings', { training_title: 'T', trained_on: '2026-11-25' }, 'trained_on'],
    ['trainings', { training_title: 'T', trained_on: '2025-02-29' }, 'trained_on'],
    ['trainings', { training_title: 'T', trained_on: '1200-01-01' }, 'trained_on'],
    ['trainings', { training_title: LONG, trained_on: '2026-11-24' }, 'training_title'],
    ['trainings', { training_title: NUL, trained_on: '2026-11-24' }, 'training_title'],
    ['insurance', { plan: '', insured_from_on: '2026-11-25' }, 'plan'],
    ['insurance', { plan: 'A', insured_from_on: '2028-04-01' }, 'insured_from_on'],
    ['declining', { declining_words: '' }, 'declining_words'],
    ['declining', { declining_words: LONG }, 'declining_words'],
    ['approval', { approval_reason: NUL }, 'approval_reason'],
    ['restrictions', { kind: '', restriction_reason: 'r' }, 'kind'],
    ['restrictions', { kind: 'banishment', restriction_reason: 'r' }, 'kind'],
    ['restrictions', { kind: 'suspension', restriction_reason: '' }, 'restriction_reason'],
    ['restrictions', { kind: 'suspension', restriction_reason: 'r' }, 'sure'],
    ['restrictions', { kind: 'pause', restriction_reason: 'r', until_on: '2026-02-30' }, 'until_on'],
    ['restrictions', { kind: 'apart', restriction_reason: 'r' }, 'other_person'],
    ['restrictions', { kind: 'apart', restriction_reason: 'r', other_person: 'a@b.c' }, 'other_person'],
    ['restrictions', { kind: 'apart', restriction_reason: 'r', other_person: NOBODY_THERE }, 'other_person'],
  ])('of %s with %o is refused beside %s', async (noun, fields, field) => {
    const { id } = await makeApplicant(db, now);
    const answer = await coordinator.post(`/trust/people/${id}/${noun}`, fields);
    expect(answer.status).toBe(422);
    // A field that is only there once all steps hold is refused in the summary above the page.
    const beside = Object.keys(answer.refusals);
    if (field !== 'approval_reason') expect(beside).toEqual([field]);
  });

  it.each(['interviews', 'trainings', 'restrictions', 'approval', 'declining'])(
    'of %s about nobody changes nothing',
    async (noun) => {
      const fields = {
        ...interview,
        training_title: 'T',
        trained_on: '2026-11-24',
        kind: 'suspension',
        restriction_reason: 'r',
        sure: 'yes',
        declining_words: 'no',
      };
      const answer = await coordinator.post(`/trust/people/${NOBODY_THERE}/${noun}`, fields);
      expect([404, 422]).toContain(answer.status);
      expect(await listRestrictions(db, [NOBODY_THERE])).toEqual([]);
    },
  );

  it('of a restriction that belongs to somebody else is not lifted', async () => {
    const [one, other] = [await makeVolunteer(db, now), await makeVolunteer(db, now)];
    await coordinator.post(`/trust/people/${one.id}/restrictions`, {
      kind: 'only_online',
      restriction_reason: 'r',
    });
    const [held] = await listRestrictions(db, [one.id]);
    const fields = { restriction_id: held?.id ?? '', lift_reason: 'r' };
    const answer = await coordinator.post(`/trust/people/${other.id}/liftings`, fields);
    expect(answer.status).toBe(422);
    expect((await listRestrictions(db, [one.id]))[0]?.untilAt).toBeNull();
  });

  it('of two people kept apart takes an address or the address of a page', async () => {
    const [one, two] = [
      await makeVolunteer(db, now),
      await makeVolunteer(db, now, { email: 'two@example.org' }),
    ];
    const three = await makeVolunteer(db, now);
    for (const other_person of ['Two@Example.org', `https://otonari.test/ja/people/${three.id}`]) {
      const fields = { kind: 'apart', restriction_reason: 'r', other_person };
      expect((await coordinator.post(`/trust/people/${one.id}/restrictions`, fields)).status).toBe(303);
    }
    const held = await listRestrictions(db, [one.id]);
    const others = held.map(({ personId, otherPersonId }) =>
      personId === one.id ? otherPersonId : personId,
    );
    expect(new Set(others)).toEqual(new Set([two.id, three.id]));
  });
});
