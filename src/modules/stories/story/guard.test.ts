import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { sure } from '../../../../test/support/events.ts';
import { toldStory } from '../../../../test/support/stories.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { keepApart } from '../../trust/index.ts';
import { findStory } from '../store/stories.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const person = (name: string) => inTransaction(db, (tx) => createPerson(tx, { name, now }));

test('whoever is kept apart from somebody is guarded, also where they offer a story themselves', async () => {
  const [teller, other, staff] = [await person('Ana'), await person('Ben'), await person('Sato')];
  const by = { personId: staff.id, role: 'coordinator' } as const;
  const apart = { personId: teller.id, otherId: other.id, reason: 'A reason.', by, now };
  sure(await inTransaction(db, (tx) => keepApart(tx, apart)));
  const id = await inTransaction(db, (tx) => toldStory(tx, teller.id, now));
  expect(await findStory(db, id)).toMatchObject({ isGuarded: true });
});
