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
  policyReason: 'Why',
});

describe('the page of the policy', () => {
  it('shows what holds, and saving it unchanged stops nobody', async () => {
    const volunteer = await makeVolunteer(db, now);
    const page = await administrator.get('/trust/policy');
    expect(page.html).toMatch(/name="validMonths.training"[^>]*value="36"/);
    const answer = await administrator.post('/trust/policy', await current());
    expect(answer.flash).toContain('This changes nothing for anybody who is asked now');
    expect(await isApprovedVolunteer(db, volunteer.id, now)).toBe(true);
  });

  it.each([
    [{ validFromOn: '2026-11-23' }, 'validFromOn'],
    [{ validFromOn: '2028-01-01' }, 'validFromOn'],
    [{ validFromOn: '2027-02-29' }, 'validFromOn'],
    [{ 'validMonths.training': '0' }, 'validMonths.training'],
    [{ 'validMonths.training': '241' }, 'validMonths.training'],
    [{ 'validMonths.training': 'three' }, 'validMonths.training'],
    [{ 'remindDays.training': '400' }, 'remindDays.training'],
    [{ 'position.interview': '9' }, 'position.interview'],
    [{ 'demand.pledge': 'always' }, 'demand.pledge'],
    [{ policyReason: '' }, 'policyReason'],
    [{ policyReason: 'a\0b' }, 'policyReason'],
  ])('refuses %o beside %s and keeps the rest', async (wrong, field) => {
    const answer = await administrator.post('/trust/policy', { ...(await current()), ...wrong });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.refusals)).toEqual([field]);
    if (field !== 'policyReason') expect(answer.html).toContain('>Why</textarea>');
  });

  it('refuses a policy without any required step', async () => {
    const off = { 'demand.interview': 'off', 'demand.training': 'optional', 'demand.pledge': 'off' };
    const answer = await administrator.post('/trust/policy', { ...(await current()), ...off });
    expect(answer.text).toContain('At least one step must be required.');
  });

  it('plans a change, and a later saving takes the place of what was planned', async () => {
    await administrator.post('/trust/policy', { ...(await current()), validFromOn: '2027-01-01' });
    expect((await findPlannedPolicy(db, now))?.validFrom.toString()).toBe('2026-12-31T15:00:00Z');
    expect((await administrator.get('/trust/policy')).text).toContain(
      'A change is planned from Fri, Jan 1, 2027',
    );
    await administrator.post('/trust/policy', await current());
    expect(await findPlannedPolicy(db, now)).toBeNull();
  });

  const withIdentityCheck = {
    'demand.identity_check': 'required',
    'position.identity_check': '1',
    'position.interview': '4',
  };

  it('says how many a change would stop before it is saved, and saves it after a second press', async () => {
    const volunteer = await makeVolunteer(db, now);
    await makeVolunteer(db, now);
    house.clock.advance({ hours: 1 });
    const before = await findPolicy(db, house.clock());
    const first = await administrator.post('/trust/policy', { ...(await current()), ...withIdentityCheck });
    expect(first.status).toBe(422);
    expect(first.text).toMatch(/Not saved yet With this change, (\d+) volunteers who could be asked then/);
    const mayStop = /name="mayStop" value="(\d+)"/.exec(first.html)?.[1] ?? '';
    expect(first.text).toContain(`Save, and stop asking ${mayStop} volunteers`);
    expect(first.html).toContain('>Why</textarea>');
    expect(await findPolicy(db, house.clock())).toEqual(before);
    expect(await isApprovedVolunteer(db, volunteer.id, house.clock())).toBe(true);
    // One more has been approved meanwhile: the number that was told is no longer true, and is told again.
    await makeVolunteer(db, now);
    const again = { ...(await current()), ...withIdentityCheck, mayStop };
    expect((await administrator.post('/trust/policy', again)).html).toContain(
      `name="mayStop" value="${Number(mayStop) + 1}"`,
    );
  });

  it('counts only those whom the change stops, not those whose time is up by then', async () => {
    const soon = { 'validMonths.training': '1' };
    house.clock.advance({ hours: 1 });
    const told = await administrator.post('/trust/policy', { ...(await current()), ...soon });
    await administrator.post('/trust/policy', {
      ...(await current()),
      ...soon,
      mayStop: /name="mayStop" value="(\d+)"/.exec(told.html)?.[1] ?? '0',
    });
    const later = { ...(await current()), validFromOn: '2027-10-01', 'remindDays.pledge': '30' };
    expect((await administrator.post('/trust/policy', later)).flash).toContain('This changes nothing');
    await administrator.post('/trust/policy', { ...(await current()), 'validMonths.training': '36' });
  });

  it('says how many a change stops, orders the steps as typed, and is audited', async () => {
    const volunteer = await makeVolunteer(db, now);
    house.clock.advance({ hours: 1 });
    const change = { ...withIdentityCheck, mayStop: '9999' };
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
