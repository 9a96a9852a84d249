import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { adult, child, EVENTS, publishedEvent, sure } from '../../../../../test/support/events.ts';
import { actorOf, testHouse } from '../../../../../test/support/house.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { createPerson } from '../../../people/index.ts';
import { tellTask } from '../../mail/tell.ts';
import { eventsModule } from '../../module.ts';
import { register } from '../../registrations/commands.ts';
import { findRegistration } from '../../store/registrations.ts';
import { listSeats } from '../../store/seats.ts';
import type { Attendee } from '../../types.ts';

const house = await testHouse([eventsModule(EVENTS)]);
const { db, clock } = house;
const now = clock();
const person = async (name: string, role: 'coordinator' | 'resident') =>
  (await inTransaction(db, (tx) => createPerson(tx, { name, weekly: [], now, roles: [role] }))).id;
const [sato, kato, sita] = [
  await person('Sato', 'coordinator'),
  await person('Kato', 'coordinator'),
  await person('Sita', 'resident'),
];
const desk = house.as(actorOf({ id: sato }, ['coordinator']));
const STARTS = Temporal.Instant.from('2026-12-20T13:00:00+09:00');
const id = await publishedEvent(
  db,
  [sato, kato],
  STARTS,
  [
    { kind: 'anybody', language: '', capacity: 3 },
    { kind: 'interpretation', language: 'ne', capacity: 2 },
  ],
  now,
);
const comes = (
  name: string,
  party: readonly Attendee[],
  more: { personId?: string; minutes?: number } = {},
) =>
  inTransaction(db, async (tx) => {
    const about = {
      ...{ eventId: id, personId: more.personId ?? null, email: `${name.toLowerCase()}@example.org`, name },
      ...({ locale: 'en', needs: `${name} needs a chair`, question: null, isProved: true } as const),
    };
    const at = now.add({ minutes: more.minutes ?? 0 });
    return sure(await register(tx, { ...about, party, now: at })).registrationId;
  });
const family = await comes('Sita', [{ ...adult, interpretation: 'ne' }, child(6)], { personId: sita });
const chen = await comes('Chen', [adult, adult], { minutes: 1 });
const dara = await comes('Dara', [adult, adult], { minutes: 2 });

const entries = async (action: string) =>
  (
    await db
      .selectFrom('audit.entries')
      .select(['subject_id', 'object_id'])
      .where('action', '=', action)
      .where('outcome', '!=', 'refused')
      .orderBy('id')
      .execute()
  ).map(({ subject_id, object_id }) => ({ subject: subject_id, object: object_id }));

describe('who comes to an event', () => {
  test('is listed with seats and with their place among the waiting; what they need is not', async () => {
    const { text, html } = await desk.get(`/desk/events/${id}/registrations`);
    expect(text).toContain('With seats: 1');
    expect(text).toContain('Waiting, in their order: 2');
    expect(html.indexOf('Chen')).toBeLessThan(html.indexOf('Dara'));
    expect(text).toContain('One adult, one child (ages: 6)');
    expect(text).toContain('Nepali: 1');
    expect(text).toContain('Has said something');
    expect(text).not.toContain('needs a chair');
    expect(await entries('events.registrations.viewed')).toEqual([{ subject: sita, object: id }]);
  });

  test('is read one by one, with an entry of the look that whoever is looked at finds', async () => {
    const first = await desk.get(`/desk/events/registrations/${family}`);
    expect(first.text).toContain('Sita needs a chair');
    expect(first.text).toContain('Has seats');
    expect((await desk.get(`/desk/events/registrations/${dara}`)).text).toContain('Waits at place 2');
    expect(await entries('events.registration.viewed')).toEqual([
      { subject: sita, object: family },
      { subject: null, object: dara },
    ]);
    const own = eventsModule(EVENTS).recordActs?.told ?? [];
    for (const act of ['registration.viewed', 'registrations.viewed', 'registrations.printed'])
      expect(own).toContain(`events.${act}`);
  });

  test('stands on a sheet for the door, without what they need', async () => {
    const { text, html } = await desk.get(`/desk/events/${id}/list`);
    expect(text).toContain('1 registration, 2 people');
    expect(html).toContain('write-here');
    expect(html.indexOf('Sita')).toBeLessThan(html.indexOf('Chen'));
    expect(text).not.toContain('needs a chair');
    expect(await entries('events.registrations.printed')).toEqual([{ subject: sita, object: id }]);
  });

  test('is seen by coordinators alone', async () => {
    const others = [
      house.as(),
      ...(['resident', 'volunteer', 'administrator'] as const).map((role) =>
        house.as(actorOf({ id: sita }, [role])),
      ),
    ];
    for (const other of others)
      for (const path of [`${id}/registrations`, `${id}/list`, `registrations/${family}`]) {
        const { status, text } = await other.get(`/desk/events/${path}`);
        expect(status).not.toBe(200);
        expect(text).not.toContain('Chen');
      }
    expect((await others[1]?.post(`/desk/events/registrations/${dara}/cancellation`))?.status).toBe(403);
  });
});

test('a registration that a coordinator cancels is told that we did it, and its seats go on', async () => {
  const answer = await desk.post(`/desk/events/registrations/${family}/cancellation`);
  expect(answer.location).toBe(`/desk/events/registrations/${family}`);
  const states = await Promise.all(
    [family, chen, dara].map(async (one) => (await findRegistration(db, one))?.state),
  );
  expect(states).toEqual(['cancelled', 'offered', 'waiting']);
  expect((await listSeats(db, id)).map(({ taken }) => taken)).toEqual([2, 0]);
  expect(await entries('events.registration.cancelled')).toEqual([{ subject: sita, object: family }]);
  const page = await desk.get(`/desk/events/registrations/${family}`);
  expect(page.text).toContain('by Sato');
  expect(page.html).not.toContain('/cancellation');
  const moves = await db
    .selectFrom('events.seat_moves')
    .select('id')
    .where('registration_id', '=', family)
    .where('act', '=', 'cancel')
    .execute();
  expect(moves).toHaveLength(1);
  await tellTask(EVENTS).run({ moveId: Number(moves[0]?.id) }, { db, clock, log: {} as never });
  const { rows } = await sql<{ payload: { subject: string } }>`
    select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'send-mail' order by j.id`.execute(db);
  expect(rows.map(({ payload }) => payload.subject)).toEqual([
    'We had to cancel your registration: Exchange meeting',
  ]);
});
