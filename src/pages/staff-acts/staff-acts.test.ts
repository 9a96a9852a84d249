import { describe, expect, test } from 'vitest';
import { ask, type Caller, press, signIn } from '../../../test/support/caller.ts';
import { openProduct } from '../../../test/support/product.ts';
import { jobContext, runJobs } from '../../../test/support/run-jobs.ts';
import { until } from '../../../test/support/until.ts';
import { createPerson, findActor, listRoles } from '../../modules/people/index.ts';
import { suspendPerson } from '../../modules/trust/index.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Role } from '../../platform/permissions.ts';
import { carryOutWhatWaitedAlone } from './alone.ts';

const product = await openProduct();
const { db } = product.database;
const WHY = 'The board has decided.';

async function makePerson(...roles: Role[]): Promise<{ id: string; caller: Caller }> {
  const person = { name: `P ${crypto.randomUUID()}`, roles, now: product.clock() };
  const { id } = await inTransaction(db, (tx) => createPerson(tx, person));
  return { id, caller: await signIn(product, id) };
}
const first = await makePerson('coordinator');
const second = await makePerson('coordinator');
const administrator = await signIn(product, product.ids.administrator);

const suspend = (by: Caller, id: string) =>
  press(product, by, `/en/trust/people/${id}/restrictions`, {
    kind: 'suspension',
    restriction_reason: WHY,
    sure: 'yes',
  });
const rolesOf = async (id: string) => (await findActor(db, id, product.clock()))?.roles;
const read = async (who: Caller, path: string) =>
  (await (await ask(product, who, path)).text()).replaceAll(/name="idempotency_key" value="[^"]+"/g, '');
async function lastActId(personId: string): Promise<string> {
  const { id } = await db
    .selectFrom('people.staff_acts')
    .select('id')
    .where('person_id', '=', personId)
    .orderBy('proposed_at', 'desc')
    .executeTakeFirstOrThrow();
  return id;
}
const decide = (by: Caller, id: string, how: 'agreement' | 'refusal' | 'withdrawal') =>
  press(product, by, `/en/staff-acts/${id}/${how}`, {});

describe('a suspension of staff', () => {
  test('waits for another one, of whom it is about nobody and nothing tells, and then holds', async () => {
    const accused = await makePerson('coordinator');
    const before = await read(accused.caller, '/en/me/record');
    expect((await suspend(first.caller, accused.id)).status).toBe(303);
    const id = await lastActId(accused.id);
    expect(await rolesOf(accused.id)).toBeDefined();
    expect(await read(second.caller, '/en/staff-acts')).toContain(WHY);
    expect(await read(accused.caller, '/en/staff-acts')).not.toContain(WHY);
    expect((await read(accused.caller, '/en/me/record')) === before).toBe(true);
    const main = async (who: Caller) => (await read(who, `/en/people/${accused.id}`)).split('<main')[1] ?? '';
    expect(await main(second.caller)).toContain('/en/staff-acts');
    expect(await main(accused.caller)).not.toContain('/en/staff-acts');
    for (const nobody of [first.caller, accused.caller]) {
      expect((await decide(nobody, id, 'agreement')).status).toBe(422);
      expect(await rolesOf(accused.id)).toBeDefined();
    }
    expect((await decide(second.caller, id, 'agreement')).status).toBe(303);
    expect(await rolesOf(accused.id)).toBeUndefined();
    expect((await decide(second.caller, id, 'agreement')).status).toBe(422);
  });

  test('of the only administrator is not even proposed', async () => {
    const answer = await suspend(first.caller, product.ids.administrator);
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining('the last administrator'),
    ]);
  });

  test('is declined, taken back by its proposer only, or runs out', async () => {
    const { id: personId } = await makePerson('treasurer');
    const propose = async () => {
      expect((await suspend(first.caller, personId)).status).toBe(303);
      return lastActId(personId);
    };
    const declined = await propose();
    expect((await suspend(second.caller, personId)).status).toBe(422);
    expect((await decide(second.caller, declined, 'refusal')).status).toBe(303);
    product.clock.advance({ minutes: 1 });
    const back = await propose();
    expect((await decide(second.caller, back, 'withdrawal')).status).toBe(422);
    expect((await decide(first.caller, back, 'withdrawal')).status).toBe(303);
    product.clock.advance({ minutes: 1 });
    const old = await propose();
    await db
      .updateTable('people.staff_acts')
      .set({ proposed_at: product.clock().subtract({ hours: 24 * 7 }) })
      .where('id', '=', old)
      .execute();
    expect((await decide(second.caller, old, 'agreement')).status).toBe(422);
    expect(await rolesOf(personId)).toBeDefined();
    await propose();
  });

  test('of a resident or volunteer never waits', async () => {
    const { id } = await makePerson('resident');
    expect((await suspend(first.caller, id)).status).toBe(303);
    expect(await rolesOf(id)).toBeUndefined();
  });

  test('falls when its proposer is no longer in office', async () => {
    const [gone, accused] = [await makePerson('coordinator'), await makePerson('coordinator')];
    await suspend(gone.caller, accused.id);
    await db
      .updateTable('people.persons')
      .set({ access_ended_at: product.clock() })
      .where('id', '=', gone.id)
      .execute();
    expect((await decide(second.caller, await lastActId(accused.id), 'agreement')).status).toBe(422);
    expect(await rolesOf(accused.id)).toBeDefined();
  });
});

test('nobody learns of a proposal about themselves by proposing the same, and once is enough', async () => {
  const accused = await makePerson('administrator');
  const { id: roleId } = (await listRoles(db, accused.id)).find(({ role }) => role === 'administrator') ?? {};
  const propose = (by: Caller) =>
    press(product, by, `/en/people/${accused.id}/roles/${roleId}/ending`, { reason: WHY });
  expect((await propose(administrator)).status).toBe(303);
  const others = await lastActId(accused.id);
  product.clock.advance({ minutes: 1 });
  expect((await propose(accused.caller)).status).toBe(303);
  const own = await lastActId(accused.id);
  expect([(await propose(accused.caller)).status, (await propose(administrator)).status]).toEqual([422, 422]);
  expect((await decide(first.caller, others, 'agreement')).status).toBe(303);
  expect(await rolesOf(accused.id)).toEqual(new Set());
  expect((await decide(first.caller, own, 'agreement')).status).toBe(422);
});

test('a proposal that fell with its proposer keeps nobody from proposing the same', async () => {
  const [gone, accused] = [await makePerson('coordinator'), await makePerson('coordinator')];
  await suspend(gone.caller, accused.id);
  await db
    .updateTable('people.persons')
    .set({ access_ended_at: product.clock() })
    .where('id', '=', gone.id)
    .execute();
  product.clock.advance({ minutes: 1 });
  expect((await suspend(first.caller, accused.id)).status).toBe(303);
  expect((await decide(second.caller, await lastActId(accused.id), 'agreement')).status).toBe(303);
  expect(await rolesOf(accused.id)).toBeUndefined();
});

test('an office is given when a second one agrees, and its second factor goes the same way', async () => {
  const { id } = await makePerson('resident');
  const fields = { role: 'coordinator', reason: WHY, sure: 'yes' };
  expect((await press(product, administrator, `/en/people/${id}/roles`, fields)).status).toBe(303);
  expect(await rolesOf(id)).toEqual(new Set(['resident']));
  expect((await decide(first.caller, await lastActId(id), 'agreement')).status).toBe(303);
  expect(await rolesOf(id)).toEqual(new Set(['resident', 'coordinator']));
  product.clock.advance({ minutes: 1 });
  const sessions = () =>
    db
      .selectFrom('auth.sessions')
      .select('id')
      .where('person_id', '=', id)
      .where('ended_at', 'is', null)
      .execute();
  expect(await sessions()).toHaveLength(1);
  expect((await press(product, administrator, `/en/people/${id}/second-factor/removal`, {})).status).toBe(
    303,
  );
  expect(await sessions()).toHaveLength(1);
  expect((await decide(first.caller, await lastActId(id), 'agreement')).status).toBe(303);
  expect(await sessions()).toHaveLength(0);
});

test('the database takes two as well, and never whom it is about', async () => {
  const { id: personId } = await makePerson('coordinator');
  await suspend(first.caller, personId);
  const id = await lastActId(personId);
  for (const decided_by of [first.id, personId]) {
    const forged = db
      .updateTable('people.staff_acts')
      .set({ state: 'carried_out', decided_by, decided_at: product.clock() })
      .where('id', '=', id)
      .execute();
    await expect(forged).rejects.toThrow(/staff_acts_/);
  }
});

test('where nobody else could agree, it waits a day in everybody’s sight and is then carried out', async () => {
  const { id } = await makePerson('resident');
  await press(product, administrator, `/en/people/${id}/roles`, { role: 'treasurer', reason: WHY });
  const others = db
    .updateTable('people.roles')
    .set({ until_on: product.clock().toZonedDateTimeISO('Asia/Tokyo').toPlainDate() })
    .where('role', '=', 'coordinator')
    .where('until_on', 'is', null);
  const keeps = product.ids.administrator;
  await inTransaction(db, async (tx) => {
    const { role, since_on } = {
      role: 'coordinator' as const,
      since_on: Temporal.PlainDate.from('2026-01-01'),
    };
    await tx.insertInto('people.roles').values({ person_id: keeps, role, since_on }).execute();
    await tx.executeQuery(others.where('person_id', '<>', keeps).compile());
  });
  expect(await read(administrator, '/en/staff-acts')).toContain('Nobody else could agree');
  const hasRole = async () => (await listRoles(db, id)).some(({ role }) => role === 'treasurer');
  const clock = product.clock;
  clock.advance({ hours: 23 });
  await carryOutWhatWaitedAlone({ db, clock });
  expect(await hasRole()).toBe(false);
  clock.advance({ hours: 2 });
  await carryOutWhatWaitedAlone({ db, clock });
  expect(await hasRole()).toBe(true);
});

test('of two in office, the other one is told by news and on the desk what will be done to them, and cannot decide', async () => {
  const other = await makePerson('coordinator');
  // What was told before stands on further pages of the inbox: of one instant, lines have no order.
  await runJobs(product, jobContext(product));
  product.clock.advance({ minutes: 1 });
  expect((await suspend(await signIn(product, product.ids.administrator), other.id)).status).toBe(303);
  const id = await lastActId(other.id);
  // An event is heard by one job and told by the next: not all of it need be done in one round.
  await until(async () => {
    await runJobs(product, jobContext(product));
    return (await read(other.caller, '/en/inbox')).includes('nobody else can decide');
  });
  expect(await read(other.caller, '/en/desk')).toMatch(/\d+ proposals? about staff waits?/);
  const page = await read(other.caller, '/en/staff-acts');
  expect(page).toContain(WHY);
  expect(page).not.toContain(`/staff-acts/${id}/`);
  expect((await decide(other.caller, id, 'agreement')).status).toBe(422);
  expect((await decide(other.caller, id, 'refusal')).status).toBe(422);
  const { clock } = product;
  clock.advance({ hours: 25 });
  await carryOutWhatWaitedAlone({ db, clock });
  expect(await rolesOf(other.id)).toBeUndefined();
});

test('whoever agrees to what can be done no more is told why', async () => {
  const [other, third] = [await makePerson('coordinator'), await makePerson('coordinator')];
  const suspension = await suspend(other.caller, third.id);
  expect(suspension.status).toBe(303);
  const id = await lastActId(third.id);
  // Between proposing and agreeing, the same was done in another way.
  await inTransaction(db, (tx) =>
    suspendPerson(tx, {
      personId: third.id,
      reason: WHY,
      by: { personId: product.ids.administrator, role: 'coordinator' },
      now: product.clock(),
    }),
  );
  const answer = await decide(await signIn(product, product.ids.administrator), id, 'agreement');
  expect([answer.status, await answer.text()]).toEqual([
    422,
    expect.stringContaining('This limit holds already'),
  ]);
});
