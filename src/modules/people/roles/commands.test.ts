import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { PROGRAM } from '../../../platform/audit/record.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../persons/commands.ts';
import { endRole, grantRole } from './commands.ts';
import { findActor, holdsRole, listOpenHolders, listRoles } from './store.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const later = now.add({ hours: 48 });
const act = { by: PROGRAM, now, reason: 'board meeting' };

let id: string;
beforeEach(async () => {
  id = (await inTransaction(db, (tx) => createPerson(tx, { name: 'Aoi', now }))).id;
});

const grant = (role: 'coordinator' | 'administrator', personId = id) =>
  inTransaction(db, (tx) => grantRole(tx, { personId, role }, act));
const end = (role: 'coordinator' | 'administrator', at = now, personId = id) =>
  inTransaction(db, (tx) => endRole(tx, { personId, role }, { ...act, now: at }));

describe('grantRole', () => {
  it('begins today and is written down', async () => {
    await grant('coordinator');
    expect(await listRoles(db, id)).toMatchObject([{ role: 'coordinator', untilOn: null }]);
    const [entry] = await db.selectFrom('audit.entries').selectAll().where('subject_id', '=', id).execute();
    expect(entry).toMatchObject({ action: 'people.role.granted', detail: { role: 'coordinator' } });
  });

  it('leaves a role that is already held as it is, also when two people grant it at once', async () => {
    const outcomes = await Promise.all([grant('coordinator'), grant('coordinator'), grant('coordinator')]);
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(await listRoles(db, id)).toHaveLength(1);
  });

  it('refuses a child and somebody who does not exist', async () => {
    const child = await inTransaction(db, (tx) => createPerson(tx, { name: 'Ren', isChild: true, now }));
    expect(await grant('coordinator', child.id)).toMatchObject({
      refusal: { code: 'children_have_no_roles' },
    });
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect(await grant('coordinator', nobody)).toMatchObject({ refusal: { code: 'person_is_unknown' } });
  });
});

describe('endRole', () => {
  it('ends today: from now on it counts no more, and its time is kept', async () => {
    await grant('coordinator');
    await end('coordinator', later);
    const on = Temporal.PlainDate.from('2026-11-26');
    expect(await holdsRole(db, id, { role: 'coordinator', on })).toBe(false);
    expect(await holdsRole(db, id, { role: 'coordinator', on: on.subtract({ days: 1 }) })).toBe(true);
    expect((await findActor(db, id, later))?.roles.size).toBe(0);
  });

  it('can end on the day on which it began, and begin again', async () => {
    await grant('coordinator');
    await end('coordinator');
    expect((await findActor(db, id, now))?.roles.size).toBe(0);
    await grant('coordinator');
    expect((await findActor(db, id, now))?.roles).toEqual(new Set(['coordinator']));
  });

  it.each(['administrator', 'coordinator'] as const)(
    'never ends the last %s, not even when two end each other at once',
    async (role) => {
      const other = await inTransaction(db, (tx) => createPerson(tx, { name: 'Bo', now }));
      await grant(role);
      await grant(role, other.id);
      await putOutEverybodyElse(role, [id, other.id]);
      const outcomes = await Promise.all([end(role), end(role, now, other.id)]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: `last_${role}_stays` } });
      const left = await listOpenHolders(db, [role]);
      expect(left).toHaveLength(1);
    },
  );

  it('and putting out counts too: of the last two, one stays, whichever way they go', async () => {
    const other = await inTransaction(db, (tx) => createPerson(tx, { name: 'Bo', now }));
    await db.updateTable('people.persons').set({ access_ended_at: null }).execute();
    await grant('administrator');
    await grant('administrator', other.id);
    await putOutEverybodyElse('administrator', [id, other.id]);
    const putOut = (personId: string) =>
      db
        .transaction()
        .execute((tx) =>
          tx.updateTable('people.persons').set({ access_ended_at: now }).where('id', '=', personId).execute(),
        );
    const outcomes = await Promise.allSettled([putOut(id), putOut(other.id), end('administrator')]);
    const failed = outcomes.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
    expect(failed.join()).toContain('the last administrator stays');
    expect(await listOpenHolders(db, ['administrator'])).toHaveLength(1);
  });
});

/** Ends what earlier tests of this file have left. */
async function putOutEverybodyElse(
  role: 'coordinator' | 'administrator',
  but: readonly string[],
): Promise<void> {
  const others = (await listOpenHolders(db, [role])).filter((holder) => !but.includes(holder));
  for (const personId of others) await end(role, now, personId);
}
