import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { publishedEvent, registered } from '../../../../test/support/events.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { followClock } from '../event/commands.ts';
import { tellTask } from './tell.ts';

const { db } = await testDatabase();
const NOW = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const STARTS = NOW.add({ hours: 48 });
const coordinator = (name: string) =>
  inTransaction(db, (tx) => createPerson(tx, { name, weekly: [], now: NOW, roles: ['coordinator'] }));

test('nobody is told how their seats stood when the event is over', async () => {
  const by = [(await coordinator('Sato')).id, (await coordinator('Kato')).id] as const;
  const id = await publishedEvent(db, by, STARTS, [], NOW);
  await registered(db, id, { email: 'late@example.org', now: NOW });
  for (const at of [STARTS, STARTS.add({ hours: 3 })])
    await inTransaction(db, (tx) => followClock(tx, id, at));
  const task = tellTask({ secret: 'a secret of the tests, long enough', publicUrl: 'https://otonari.test' });
  for (const move of await db.selectFrom('events.seat_moves').select('id').execute())
    await task.run({ moveId: Number(move.id) }, { db, clock: () => STARTS, log: {} as never });
  const { rows } = await sql`
    select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'send-mail'`.execute(db);
  expect(rows).toEqual([]);
});
