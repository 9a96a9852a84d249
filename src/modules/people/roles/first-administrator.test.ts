import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { refusedAs } from '../../../../test/support/spot.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson, registerPerson } from '../persons/commands.ts';
import { appointAdministrator, letAdministratorIn } from './first-administrator.ts';
import { findActor } from './store.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-29T09:00:00+09:00');
const appoint = (email: string) => inTransaction(db, (tx) => appointAdministrator(tx, { email, now }));
const letIn = (email: string) => inTransaction(db, (tx) => letAdministratorIn(tx, { email, now }));
const actionsOn = async (id: string) =>
  (
    await db
      .selectFrom('audit.entries')
      .select(['action', 'actor_role'])
      .where('subject_id', '=', id)
      .execute()
  ).map(({ action, actor_role }) => `${actor_role}: ${action}`);

test('who has signed in once becomes an administrator, once, and it is written down', async () => {
  const { id } = await inTransaction(db, (tx) =>
    createPerson(tx, { name: 'Aoi', email: 'aoi@example.org', now }),
  );
  expect(await appoint('Aoi@Example.org')).toEqual({ ok: true, value: 'appointed' });
  expect(await appoint('aoi@example.org')).toEqual({ ok: true, value: 'was_one' });
  expect((await findActor(db, id, now))?.roles).toEqual(new Set(['administrator']));
  expect(await actionsOn(id)).toEqual(['program: people.role.granted']);
});

test('who has not is one from the first sign-in with this address on', async () => {
  expect(await appoint('bo@example.org')).toEqual({ ok: true, value: 'invited' });
  const { id } = await inTransaction(db, (tx) =>
    registerPerson(tx, { email: 'bo@example.org', locale: 'en', now }),
  );
  expect((await findActor(db, id, now))?.roles).toEqual(new Set(['administrator']));
});

test('an administrator who has lost the second factor is let in; nobody else is', async () => {
  const { id } = await inTransaction(db, (tx) =>
    createPerson(tx, { name: 'Chie', email: 'chie@example.org', now }),
  );
  await db
    .insertInto('auth.recovery_codes')
    .values({ code_hash: Buffer.from('x'), person_id: id, created_at: now })
    .execute();
  const left = async () => (await db.selectFrom('auth.recovery_codes').select('person_id').execute()).length;
  expect(refusedAs(await letIn('chie@example.org'))).toBe('person_is_unknown');
  expect(await left()).toBe(1);
  await appoint('chie@example.org');
  expect((await letIn('chie@example.org')).ok).toBe(true);
  expect(await left()).toBe(0);
  expect(await actionsOn(id)).toContain('program: sign_in.second_factor.removed');
});
