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
  interviewDay: '2026-11-25',
  interviewTime: '14:30',
  durationMinutes: '30',
  place: 'online',
  whereWords: 'https://meet.example.org/one',
};

describe('an interview', () => {
  it.each([
    [{ interviewDay: '2026-11-23' }, 'interviewDay'],
    [{ interviewDay: '2026-11-24', interviewTime: '09:00' }, 'interviewDay'],
    [{ interviewDay: '2027-02-29' }, 'interviewDay'],
    [{ interviewDay: '2030-01-01' }, 'interviewDay'],
    [{ interviewDay: '' }, 'interviewDay'],
    [{ interviewDay: 'tomorrow' }, 'interviewDay'],
    [{ interviewTime: '24:00' }, 'interviewTime'],
    [{ interviewTime: '' }, 'interviewTime'],
    [{ interviewTime: '午後' }, 'interviewTime'],
    [{ durationMinutes: '0' }, 'durationMinutes'],
    [{ durationMinutes: '300' }, 'durationMinutes'],
    [{ durationMinutes: 'half an hour' }, 'durationMinutes'],
    [{ place: 'moon' }, 'place'],
    [{ whereWords: '' }, 'whereWords'],
    [{ whereWords: LONG }, 'whereWords'],
    [{ whereWords: NUL }, 'whereWords'],
  ])('with %o is refused beside %s, and the rest stays typed', async (wrong, field) => {
    const { id } = await makeApplicant(db, now);
    const answer = await coordinator.post(`/trust/people/${id}/interviews`, { ...interview, ...wrong });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.refusals)).toEqual([field]);
    if (field !== 'whereWords') expect(answer.html).toContain('https://meet.example.org/one');
  });

  it('is taken with full-width digits, emoji and right-to-left words', async () => {
    const { id } = await makeApplicant(db, now);
    const fields = { ...interview, durationMinutes: '４５', whereWords: 'غرفة ۳ 🙂 ﾛﾋﾞｰ' };
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
    const interviewId = /name="interviewId" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
    house.clock.set(Temporal.Instant.from('2026-11-25T15:00:00+09:00'));
    const fields = { interviewId, outcome: 'fits' };
    const answer = await coordinator.post(`/trust/people/${other.id}/interview-outcomes`, fields);
    house.clock.set(now);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('We can’t find this interview');
  });
});

describe('a record', () => {
  it.each([
    ['trainings', { trainingTitle: 'T', trainedOn: '2026-11-25' }, 'trainedOn'],
    ['trainings', { trainingTitle: 'T', trainedOn: '2025-02-29' }, 'trainedOn'],
    ['trainings', { trainingTitle: 'T', trainedOn: '1200-01-01' }, 'trainedOn'],
    ['trainings', { trainingTitle: LONG, trainedOn: '2026-11-24' }, 'trainingTitle'],
    ['trainings', { trainingTitle: NUL, trainedOn: '2026-11-24' }, 'trainingTitle'],
    ['insurance', { plan: '', insuredFromOn: '2026-11-25' }, 'plan'],
    ['insurance', { plan: 'A', insuredFromOn: '2028-04-01' }, 'insuredFromOn'],
    ['declining', { decliningWords: '' }, 'decliningWords'],
    ['declining', { decliningWords: LONG }, 'decliningWords'],
    ['approval', { approvalReason: NUL }, 'approvalReason'],
    ['restrictions', { kind: '', restrictionReason: 'r' }, 'kind'],
    ['restrictions', { kind: 'banishment', restrictionReason: 'r' }, 'kind'],
    ['restrictions', { kind: 'suspension', restrictionReason: '' }, 'restrictionReason'],
    ['restrictions', { kind: 'suspension', restrictionReason: 'r' }, 'sure'],
    ['restrictions', { kind: 'pause', restrictionReason: 'r', untilOn: '2026-02-30' }, 'untilOn'],
    ['restrictions', { kind: 'apart', restrictionReason: 'r' }, 'otherPerson'],
    ['restrictions', { kind: 'apart', restrictionReason: 'r', otherPerson: 'a@b.c' }, 'otherPerson'],
    ['restrictions', { kind: 'apart', restrictionReason: 'r', otherPerson: NOBODY_THERE }, 'otherPerson'],
  ])('of %s with %o is refused beside %s', async (noun, fields, field) => {
    const { id } = await makeApplicant(db, now);
    const answer = await coordinator.post(`/trust/people/${id}/${noun}`, fields);
    expect(answer.status).toBe(422);
    // A field that is only there once all steps hold is refused in the summary above the page.
    const beside = Object.keys(answer.refusals);
    if (field !== 'approvalReason') expect(beside).toEqual([field]);
  });

  it.each(['interviews', 'trainings', 'restrictions', 'approval', 'declining'])(
    'of %s about nobody changes nothing',
    async (noun) => {
      const fields = {
        ...interview,
        trainingTitle: 'T',
        trainedOn: '2026-11-24',
        kind: 'suspension',
        restrictionReason: 'r',
        sure: 'yes',
        decliningWords: 'no',
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
      restrictionReason: 'r',
    });
    const [held] = await listRestrictions(db, [one.id]);
    const fields = { restrictionId: held?.id ?? '', liftReason: 'r' };
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
    for (const otherPerson of ['Two@Example.org', `https://otonari.test/ja/people/${three.id}`]) {
      const fields = { kind: 'apart', restrictionReason: 'r', otherPerson };
      expect((await coordinator.post(`/trust/people/${one.id}/restrictions`, fields)).status).toBe(303);
    }
    const held = await listRestrictions(db, [one.id]);
    const others = held.map(({ personId, otherPersonId }) =>
      personId === one.id ? otherPersonId : personId,
    );
    expect(new Set(others)).toEqual(new Set([two.id, three.id]));
  });
});
