import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { publishedEvent, registered, sure } from '../../../../test/support/events.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { cancelEvent, postponeEvent, setDate } from '../event/commands.ts';
import { tellTask } from '../mail/tell.ts';
import { cancelRegistration } from '../registrations/commands.ts';
import { eventsReminders } from './remind.ts';

const { db } = await testDatabase();
const at = (time: string) => Temporal.Instant.from(`${time}+09:00`);
const NOW = at('2026-12-01T09:00');
const STARTS = at('2026-12-13T13:30');
const coordinator = async (name: string) =>
  (await inTransaction(db, (tx) => createPerson(tx, { name, weekly: [], now: NOW, roles: ['coordinator'] })))
    .id;
const [sato, kato] = [await coordinator('Sato'), await coordinator('Kato')];
const event = (startsAt = STARTS) =>
  publishedEvent(db, [sato, kato], startsAt, [{ kind: 'anybody', language: '', capacity: 2 }], NOW);
const run = (now: string) => eventsReminders.run({}, { db, clock: () => at(now), log: {} as never });
const by = (eventId: string) => ({ eventId, as: 'coordinator', byPersonId: sato, now: NOW }) as const;

/** How often each of those who registered has been reminded. */
async function reminded(eventId: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ email: string; n: number }>`
    select r.email, count(m.id)::int as n from events.registrations r
    left join events.seat_moves m on m.registration_id = r.id and m.act = 'remind'
    where r.event_id = ${eventId} group by 1`.execute(db);
  return Object.fromEntries(rows.map(({ email, n }) => [email.replace('@example.org', ''), n]));
}

beforeEach(async () => {
  await db
    .updateTable('events.events')
    .set({ state: 'cancelled' })
    .where('state', '=', 'published')
    .execute();
});

test('whoever has a seat is reminded two days before and on the morning, each time once', async () => {
  const id = await event();
  await registered(db, id, { email: 'has@example.org', now: NOW });
  await registered(db, id, { email: 'has2@example.org', now: NOW });
  await registered(db, id, { email: 'waits@example.org', now: NOW });
  await run('2026-12-11T13:15');
  expect(await reminded(id)).toEqual({ has: 0, has2: 0, waits: 0 });
  await Promise.all([run('2026-12-11T13:30'), run('2026-12-11T13:30')]);
  await run('2026-12-12T10:00');
  expect(await reminded(id)).toEqual({ has: 1, has2: 1, waits: 0 });
  await run('2026-12-13T08:00');
  await run('2026-12-13T08:15');
  expect(await reminded(id)).toEqual({ has: 2, has2: 2, waits: 0 });
  await run('2026-12-13T13:30');
  expect(await reminded(id)).toEqual({ has: 2, has2: 2, waits: 0 });
});

test('who got their seats after it was due has just read when it is', async () => {
  const id = await event();
  await registered(db, id, { email: 'late@example.org', now: at('2026-12-12T09:00') });
  await run('2026-12-12T09:15');
  expect(await reminded(id)).toEqual({ late: 0 });
  await run('2026-12-13T09:00');
  expect(await reminded(id)).toEqual({ late: 1 });
});

test('nobody is woken: what was missed in the evening goes out in the morning', async () => {
  const id = await event();
  await registered(db, id, { email: 'sleeps@example.org', now: NOW });
  await run('2026-12-12T02:00');
  expect(await reminded(id)).toEqual({ sleeps: 0 });
  await run('2026-12-12T08:00');
  expect(await reminded(id)).toEqual({ sleeps: 1 });
});

test('of what does not take place nobody is reminded, and of another day anew', async () => {
  const [off, later] = [await event(), await event()];
  await registered(db, off, { email: 'off@example.org', now: NOW });
  await registered(db, later, { email: 'later@example.org', now: NOW });
  await run('2026-12-11T14:00');
  const startsAt = STARTS.add({ hours: 24 * 7 });
  await inTransaction(db, async (tx) => {
    sure(await cancelEvent(tx, by(off)));
    sure(await postponeEvent(tx, by(later)));
  });
  await run('2026-12-13T08:00');
  await inTransaction(db, async (tx) =>
    sure(await setDate(tx, { ...by(later), startsAt, endsAt: startsAt.add({ hours: 1 }) })),
  );
  expect([await reminded(off), await reminded(later)]).toEqual([{ off: 1 }, { later: 1 }]);
  await run('2026-12-18T14:00');
  expect(await reminded(later)).toEqual({ later: 2 });
});

test('the mail says when and where, and goes to nobody who has given their seats up meanwhile', async () => {
  const id = await event();
  await registered(db, id, { email: 'comes@example.org', now: NOW });
  const registrationId = await registered(db, id, { email: 'not@example.org', now: NOW });
  await run('2026-12-11T13:30');
  const on = { registrationId, as: 'registrant', byPersonId: null, now: at('2026-12-11T13:31') } as const;
  await inTransaction(db, async (tx) => sure(await cancelRegistration(tx, on)));
  const task = tellTask({ secret: 'a secret of the tests, long enough', publicUrl: 'https://otonari.test' });
  const moves = await db.selectFrom('events.seat_moves').select('id').where('act', '=', 'remind').execute();
  for (const move of moves)
    await task.run({ moveId: Number(move.id) }, { db, clock: () => NOW, log: {} as never });
  const { rows } = await sql<{ payload: { to: string; subject: string; text: string } }>`
    select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'send-mail'`.execute(db);
  const mails = rows.map(({ payload }) => payload);
  expect(mails.filter(({ to }) => to === 'not@example.org')).toEqual([]);
  const mine = mails.find(({ to }) => to === 'comes@example.org');
  expect(mine?.subject).toBe('Soon: Exchange meeting');
  expect(mine?.text).toContain('東京都豊島区南池袋1-1-1');
  expect(mine?.text).toContain('https://otonari.test/en/events/registrations/');
});
