import { sql } from 'kysely';
import { describe, expect, it, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { DECIDER, doing, makeApplicant, makeVolunteer } from '../../../../test/support/volunteers.ts';
import { ask } from '../../../platform/database/questions.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { recordInsurance } from '../insurance/commands.ts';
import { changePolicy } from '../policy/commands.ts';
import { suspendPerson } from '../restrictions/commands.ts';
import { type PolicyStep, STEPS } from '../types.ts';
import {
  approvedVolunteerIds,
  availableByMunicipality,
  findStandings,
  isApprovedVolunteer,
} from './store.ts';

const { db } = await testDatabase();
const start = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const onDay = (iso: string) => Temporal.Instant.from(`${iso}T09:00:00+09:00`);
const step = (name: PolicyStep['step'], more: Partial<PolicyStep> = {}): PolicyStep => ({
  step: name,
  demand: 'required',
  validMonths: null,
  remindDays: 60,
  ...more,
});

async function policyOf(steps: readonly PolicyStep[], from: Temporal.Instant, needsInsurance = false) {
  const rest = STEPS.filter((name) => !steps.some((one) => one.step === name));
  await doing(db, (tx) =>
    changePolicy(tx, {
      mayStop: Number.POSITIVE_INFINITY,
      steps: [...steps, ...rest.map((name) => step(name, { demand: 'off' }))],
      needsInsurance,
      validFromOn: from.toZonedDateTimeISO('Asia/Tokyo').toPlainDate(),
      reason: 'test',
      by: DECIDER.personId,
      now: from,
    }),
  );
}

test('the map counts approved volunteers where they live, on days on which they are not away', async () => {
  const home = { municipalityCode: '13107', town: '吾妻橋一丁目' };
  await makeVolunteer(db, start, home);
  const away = await makeVolunteer(db, start, home);
  await makeVolunteer(db, start);
  await makeApplicant(db, start, home);
  await sql`insert into people.pauses (person_id, from_on, until_on) values (${away.id}, '2026-12-01', '2026-12-24')`.execute(
    db,
  );
  const on = (day: string) => ask(db, availableByMunicipality.asks(onDay(day)));
  expect(await on('2026-11-30')).toEqual([{ municipalityCode: '13107', count: 2 }]);
  expect(await on('2026-12-01')).toEqual([{ municipalityCode: '13107', count: 1 }]);
  expect(await on('2026-12-24')).toEqual([{ municipalityCode: '13107', count: 2 }]);
});

describe('who is approved', () => {
  it('is a volunteer with all steps, and nobody who only applied', async () => {
    const volunteer = await makeVolunteer(db, start);
    const applicant = await makeApplicant(db, start);
    const ids = await approvedVolunteerIds(db, start);
    expect([ids.has(volunteer.id), ids.has(applicant.id)]).toEqual([true, false]);
    expect(await isApprovedVolunteer(db, volunteer.id, start.subtract({ seconds: 1 }))).toBe(false);
  });

  it('ends with the last day of a step and not before', async () => {
    const volunteer = await makeVolunteer(db, onDay('2024-02-29'));
    expect(await isApprovedVolunteer(db, volunteer.id, onDay('2027-02-27'))).toBe(true);
    expect(await isApprovedVolunteer(db, volunteer.id, onDay('2027-02-28'))).toBe(false);
  });

  it('never is somebody suspended', async () => {
    const { id } = await makeVolunteer(db, start);
    await doing(db, (tx) => suspendPerson(tx, { personId: id, reason: 'reason', by: DECIDER, now: start }));
    expect(await isApprovedVolunteer(db, id, start)).toBe(false);
    expect(await isApprovedVolunteer(db, id, start.add({ hours: 24 * 400 }))).toBe(false);
  });

  it('is found by index: no volunteer costs a scan of all steps', async () => {
    const plan = await inTransaction(db, async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx);
      return sql<{ 'QUERY PLAN': string }>`explain
        select from trust.approved_volunteers(${start}::timestamptz) where person_id = gen_random_uuid()`.execute(
        tx,
      );
    });
    const text = plan.rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).not.toContain('Function Scan');
    expect(text).not.toMatch(/Seq Scan on (applications|completions|restrictions)/);
  });
});

describe('the policy', () => {
  it('takes effect for everybody on its day: a new step stops who lacks it, a shorter time who is late', async () => {
    const { id } = await makeVolunteer(db, onDay('2027-01-10'));
    const soon = onDay('2027-06-01');
    await policyOf([step('interview'), step('identity_check')], soon);
    expect(await isApprovedVolunteer(db, id, soon.subtract({ seconds: 1 }))).toBe(true);
    expect(await isApprovedVolunteer(db, id, soon)).toBe(false);
    await policyOf([step('training', { validMonths: 6 })], onDay('2027-06-02'));
    expect(await isApprovedVolunteer(db, id, onDay('2027-07-09'))).toBe(true);
    expect(await isApprovedVolunteer(db, id, onDay('2027-07-10'))).toBe(false);
  });

  it('announced for a later day holds from midnight of it in Japan', async () => {
    const now = onDay('2027-08-01');
    const { id } = await inTransaction(db, (tx) => createPerson(tx, { name: 'Sato', now }));
    await policyOf([step('training')], now);
    await doing(db, (tx) =>
      changePolicy(tx, {
        mayStop: Number.POSITIVE_INFINITY,
        steps: STEPS.map((name) => step(name)),
        needsInsurance: false,
        validFromOn: Temporal.PlainDate.from('2027-09-01'),
        reason: 'announced',
        by: DECIDER.personId,
        now,
      }),
    );
    const midnight = Temporal.Instant.from('2027-09-01T00:00:00+09:00');
    const before = (await findStandings(db, [id], midnight.subtract({ seconds: 1 }))).get(id);
    const after = (await findStandings(db, [id], midnight)).get(id);
    expect([before?.missing.length, after?.missing.length]).toEqual([1, 5]);
  });

  it('that needs insurance asks only who is covered, from 1 April to 31 March', async () => {
    const now = onDay('2027-10-01');
    const { id } = await makeVolunteerUnder(now);
    await policyOf([step('interview')], now, true);
    expect(await isApprovedVolunteer(db, id, now)).toBe(false);
    const startsOn = Temporal.PlainDate.from('2027-10-02');
    await doing(db, (tx) => recordInsurance(tx, { personId: id, plan: 'basic', startsOn, by: DECIDER, now }));
    expect(await isApprovedVolunteer(db, id, now)).toBe(false);
    expect(await isApprovedVolunteer(db, id, Temporal.Instant.from('2027-10-02T00:00:00+09:00'))).toBe(true);
    expect(await isApprovedVolunteer(db, id, Temporal.Instant.from('2028-03-31T23:59:59+09:00'))).toBe(true);
    expect(await isApprovedVolunteer(db, id, Temporal.Instant.from('2028-04-01T00:00:00+09:00'))).toBe(false);
  });
});

async function makeVolunteerUnder(now: Temporal.Instant) {
  await policyOf([step('interview'), step('training'), step('pledge')], now.subtract({ hours: 1 }));
  return makeVolunteer(db, now);
}

describe('SQL and words', () => {
  it('agree about everybody at every turn of the calendar', async () => {
    const ids = (await db.selectFrom('people.persons').select('id').execute()).map((row) => row.id);
    const days = [
      '2026-11-24',
      '2027-01-10',
      '2027-02-28',
      '2027-06-01',
      '2027-07-10',
      '2027-10-02',
      '2028-03-31',
    ];
    const later = ['2028-04-01', '2030-01-10', '2030-10-01', '2035-01-01'];
    let seen = 0;
    for (const iso of [...days, ...later]) {
      for (const time of ['00:00:00', '12:00:00', '23:59:59']) {
        const now = Temporal.Instant.from(`${iso}T${time}+09:00`);
        const approved = await approvedVolunteerIds(db, now);
        const standings = await findStandings(db, ids, now);
        const said = ids.filter((id) => standings.get(id)?.isApproved);
        expect(new Set(said)).toEqual(approved);
        seen += approved.size;
      }
    }
    expect(seen).toBeGreaterThan(10);
  });
});
