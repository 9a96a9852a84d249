import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { connectTolerant, testDatabase } from '../../../../test/support/database.ts';
import { PROGRAM } from '../../../platform/audit/record.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { UNREADABLE } from '../../../platform/sealed/column.ts';
import { findActor } from '../roles/store.ts';
import { createPerson, endAccess, registerPerson, restoreAccess } from './commands.ts';
import { findByEmail, findPerson, findPersons, insertPerson } from './store.ts';

const { db, appUrl } = await testDatabase();
const tolerant = connectTolerant(appUrl);
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');

describe('registerPerson', () => {
  it('makes a person of a new address, in lower case and with the language of the form', async () => {
    const made = await inTransaction(db, (tx) =>
      registerPerson(tx, { email: ' Mina@Example.org ', locale: 'en', now }),
    );
    expect(made).toMatchObject({ email: 'mina@example.org', locale: 'en', name: '', welcomedAt: null });
  });

  it('finds the same person again, however the address is written', async () => {
    const [one, other] = await inTransaction(db, async (tx) => [
      await registerPerson(tx, { email: 'lan@example.org', locale: 'en', now }),
      await registerPerson(tx, { email: 'LAN@example.org', locale: 'ja', now }),
    ]);
    expect(other).toEqual(one);
    expect(await findByEmail(db, 'Lan@Example.ORG')).toEqual(one);
  });

  it('makes one person only when two codes of one address are used at once', async () => {
    const ask = { email: 'twice@example.org', locale: 'ja', now } as const;
    const made = await Promise.all(
      [1, 2, 3, 4].map(() => inTransaction(db, (tx) => registerPerson(tx, ask))),
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });
});

describe('createPerson', () => {
  it('makes a welcomed person with roles, languages and hours', async () => {
    const made = await inTransaction(db, (tx) =>
      createPerson(tx, {
        name: 'Ölziisaikhan',
        email: 'o@example.org',
        now,
        roles: ['resident', 'volunteer'],
        languages: [{ language: 'mn', speak: 3, read: 3, write: 3, phone: 3 }],
        weekly: [{ weekday: 6, startMinute: 600, endMinute: 900 }],
      }),
    );
    expect(await findPerson(db, made.id)).toEqual(made);
    const actor = await findActor(db, made.id, now);
    expect(actor).toEqual({
      personId: made.id,
      name: 'Ölziisaikhan',
      locale: 'ja',
      roles: new Set(['resident', 'volunteer']),
    });
  });

  it('refuses a child with an address to sign in with', async () => {
    const child = { name: 'Ren', email: 'ren@example.org', isChild: true, now };
    await expect(inTransaction(db, (tx) => createPerson(tx, child))).rejects.toThrow('persons_check');
  });
});

describe('access', () => {
  it('ends at once and is restored, each with an audit entry', async () => {
    const { id } = await inTransaction(db, (tx) =>
      createPerson(tx, { name: 'Kim', email: 'kim@example.org', now }),
    );
    await inTransaction(db, (tx) => endAccess(tx, id, { by: PROGRAM, now }));
    expect(await findActor(db, id, now)).toBeNull();
    await inTransaction(db, (tx) => restoreAccess(tx, id, { by: PROGRAM, now }));
    expect(await findActor(db, id, now)).toMatchObject({ name: 'Kim' });
    const entries = await db
      .selectFrom('audit.entries')
      .select('action')
      .where('subject_id', '=', id)
      .orderBy('id')
      .execute();
    expect(entries.map(({ action }) => action)).toEqual(['people.access.ended', 'people.access.restored']);
  });

  it('is never given to a child', async () => {
    const { id } = await inTransaction(db, (tx) =>
      insertPerson(tx, { name: 'Ren', isChild: true, createdAt: now }),
    );
    expect(await findActor(db, id, now)).toBeNull();
  });
});

describe('findPersons', () => {
  it('finds each person once and leaves out who does not exist', async () => {
    const { id } = await inTransaction(db, (tx) => createPerson(tx, { name: 'Ada', now }));
    const found = await findPersons(db, [id, id, '00000000-0000-4000-8000-000000000000']);
    expect([...found.keys()]).toEqual([id]);
    expect(await findPersons(db, [])).toEqual(new Map());
  });

  it('shows everybody, and a sign in place of words that do not open', async () => {
    const ids = await inTransaction(db, async (tx) => {
      const made = [];
      for (const about of ['of Ada', 'of Bea'])
        made.push((await createPerson(tx, { name: 'Ada', about, now })).id);
      return made;
    });
    const [ada = '', bea = ''] = ids;
    await sql`update people.persons set about = (select about from people.persons where id = ${bea}::uuid) where id = ${ada}::uuid`.execute(
      db,
    );
    const found = await findPersons(tolerant.db, ids);
    expect(ids.map((id) => found.get(id)?.about)).toEqual([UNREADABLE, 'of Bea']);
    expect(tolerant.unread).toEqual([`people.persons.about ${ada}`]);
  });
});
