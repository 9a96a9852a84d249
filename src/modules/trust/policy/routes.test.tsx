import { describe, expect, it } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { makeVolunteer } from '../../../../test/support/volunteers.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { trustModule } from '../module.ts';
import { isApprovedVolunteer } from '../standing/store.ts';
import { valuesOf } from './form.ts';
import { findPlannedPolicy, findPolicy } from './store.ts';

const house = await testHouse([trustModule]);
const { db } = house;
const now = house.clock();
const today = Temporal.PlainDate.from('2026-11-24');
const person = await inTransaction(db, (tx) => createPerson(tx, { name: 'Administrator', now }));
const administrator = house.as(actorOf(person, ['administrator']));
const current = async () => ({
  ...valuesOf(await findPolicy(db, house.clock()), today),
  policy_reason: 'Why',
});

describe('the page of the policy', () => {
  it('shows what holds, and saving it unchanged stops nobody', async () => {
    const volunteer = await makeVolunteer(db, now);
    const page = await administrator.get('/trust/policy');
    expect(page.html).toMatch(/name="training_valid_months"[^>]*value="36"/);
    const answer = await administrator.post('/trust/policy', await current());
    expect(answer.flash).toContain('This changes nothing for anybody who is asked now');
    expect(await isApprovedVolunteer(db, volunteer.id, now)).toBe(true);
  });

  it.each([
    [{ valid_from_on: '2026-11-23' }, 'valid_from_on'],
    [{ valid_from_on: '2028-01-01' }, 'valid_from_on'],
    [{ valid_from_on: '2027-02-29' }, 'valid_from_on'],
    [{ training_valid_months: '0' }, 'training_valid_months'],
    [{ training_valid_months: '241' }, 'training_valid_months'],
    [{ training_valid_months: 'three' }, 'training_valid_months'],
    [{ training_remind_days: '400' }, 'training_remind_days'],
    [{ interview_position: '9' }, 'interview_position'],
    [{ pledge_demand: 'always' }, 'pledge_demand'],
    [{ policy_reason: '' }, 'policy_reason'],
    [{ policy_reason: 'a\0b' }, 'policy_reason'],
  ])('refuses %o beside %s and keeps the rest', async (wrong, field) => {
    const answer = await administrator.post('/trust/policy', { ...(await current()), ...wrong });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.refusals)).toEqual([field]);
    if (field !== 'policy_reason') expect(answer.html).toContain('>Why</textarea>');
  });

  it('refuses a policy without any required step', async () => {
    const off = { interview_demand: 'off', training_demand: 'optional', pledge_demand: 'off' };
    const answer = await administrator.post('/trust/policy', { ...(await current()), ...off });
    expect(answer.text).toContain('At least one step must be required.');
  });

  it('plans a change, and a later saving takes the place of what was planned', async () => {
    await administrator.post('/trust/policy', { ...(await current()), valid_from_on: '2027-01-01' });
    expect((await findPlannedPolicy(db, now))?.validFrom.toString()).toBe('2026-12-31T15:00:00Z');
    expect((await administrator.get('/trust/policy')).text).toContain(
      'A change is planned from Fri, Jan 1, 2027',
    );
    await administrator.post('/trust/policy', await current());
    expect(await findPlannedPolicy(db, now)).toBeNull();
  });

  it('says how many a change stops, orders the steps as typed, and is audited', async () => {
    const volunteer = await makeVolunteer(db, now);
    house.clock.advance({ hours: 1 });
    const change = {
      identity_check_demand: 'required',
      identity_check_position: '1',
      interview_position: '4',
    };
    const answer = await administrator.post('/trust/policy', { ...(await current()), ...change });
    expect(answer.flash).toContain('no longer asked');
    expect(await isApprovedVolunteer(db, volunteer.id, house.clock())).toBe(false);
    const [first] = (await findPolicy(db, house.clock())).steps;
    expect(first).toMatchObject({ step: 'identity_check', demand: 'required' });
    const entries = await db
      .selectFrom('audit.entries')
      .select(['outcome'])
      .where('action', '=', 'trust.policy.changed')
      .where('actor_id', '=', person.id)
      .orderBy('id', 'desc')
      .execute();
    expect(entries[0]?.outcome).toBe('done');
  });
});
