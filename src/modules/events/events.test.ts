import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { adult, child, eventFields, publishedEvent, registered, sure } from '../../../test/support/events.ts';
import { settableClock } from '../../platform/clock.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { createPerson } from '../people/index.ts';
import {
  cancelEvent,
  changeEvent,
  draftEvent,
  followClock,
  postponeEvent,
  publishEvent,
  setDate,
  submitEvent,
} from './event/commands.ts';
import { eventsClock } from './jobs.ts';
import {
  cancelRegistration,
  changeParty,
  declineOffer,
  prove,
  register,
  takeSeats,
} from './registrations/commands.ts';
import { findEvent } from './store/events.ts';
import { findRegistration, insertRegistration } from './store/registrations.ts';
import { listSeats, writeSeats } from './store/seats.ts';
import type { Attendee } from './types.ts';

const { db, pool } = await testDatabase();
const at = (time: string) => Temporal.Instant.from(`${time}+09:00`);
const NOW = at('2026-11-24T09:00');
const STARTS = at('2026-12-07T13:00');
const clock = settableClock('2026-11-24T09:00:00+09:00');
const coordinator = async (name: string) => {
  const about = { name, weekly: [], now: clock(), roles: ['coordinator'] } as const;
  return (await inTransaction(db, (tx) => createPerson(tx, about))).id;
};
const [sato, kato] = [await coordinator('Sato'), await coordinator('Kato')];

const places = (capacity: number) => [{ kind: 'anybody', language: '', capacity }] as const;
const event = (capacity: number) => publishedEvent(db, [sato, kato], STARTS, places(capacity), NOW);
const on = (registrationId: string, now = NOW) =>
  ({ registrationId, as: 'registrant', byPersonId: null, now }) as const;
const stateOf = async (id: string) => (await findRegistration(db, id))?.state;
const takenOf = async (id: string) => (await listSeats(db, id)).map(({ taken }) => taken);
const act = <T>(work: Parameters<typeof inTransaction<T>>[1]) => inTransaction(db, work);

/** How many mails each of them is to get. */
async function tellings(registrationId: string): Promise<string[]> {
  const { rows } = await pool.query(
    'select act from events.seat_moves where registration_id = $1 order by id',
    [registrationId],
  );
  return rows.map(({ act: told }) => told);
}

describe('a full event', () => {
  test('offers what is given up to whoever waited longest, who takes it', async () => {
    const id = await event(2);
    const [first, second, third, fourth] = [
      await registered(db, id, { email: 'a1@example.org', now: NOW }),
      await registered(db, id, { email: 'a2@example.org', now: NOW }),
      await registered(db, id, { email: 'a3@example.org', now: NOW }),
      await registered(db, id, { email: 'a4@example.org', now: NOW.add({ minutes: 1 }) }),
    ];
    expect(await Promise.all([first, second, third, fourth].map(stateOf))).toEqual([
      'seated',
      'seated',
      'waiting',
      'waiting',
    ]);
    sure(await act((tx) => cancelRegistration(tx, on(first))));
    expect([await stateOf(third), await stateOf(fourth), await takenOf(id)]).toEqual([
      'offered',
      'waiting',
      [2],
    ]);
    // An offer is a seat: nobody new comes before it.
    const late = await registered(db, id, { email: 'a5@example.org', now: NOW.add({ minutes: 2 }) });
    expect(await stateOf(late)).toBe('waiting');
    sure(await act((tx) => takeSeats(tx, on(third))));
    expect([await stateOf(third), await takenOf(id)]).toEqual(['seated', [2]]);
    expect(await tellings(third)).toEqual(['wait', 'offer', 'seat']);
  });

  test('an offer that is declined, or not taken in time, goes on', async () => {
    const id = await event(1);
    const seated = await registered(db, id, { email: 'b1@example.org', now: NOW });
    const waits = [
      await registered(db, id, { email: 'b2@example.org', now: NOW }),
      await registered(db, id, { email: 'b3@example.org', now: NOW.add({ minutes: 1 }) }),
      await registered(db, id, { email: 'b4@example.org', now: NOW.add({ minutes: 2 }) }),
    ] as const;
    sure(await act((tx) => cancelRegistration(tx, on(seated))));
    sure(await act((tx) => declineOffer(tx, on(waits[0]))));
    expect(await Promise.all(waits.map(stateOf))).toEqual(['passed', 'offered', 'waiting']);
    const until = (await findRegistration(db, waits[1]))?.offeredUntil ?? NOW;
    await act((tx) => followClock(tx, id, until));
    expect(await Promise.all(waits.map(stateOf))).toEqual(['passed', 'passed', 'offered']);
    expect(await act((tx) => takeSeats(tx, on(waits[1])))).toMatchObject({
      refusal: { code: 'registration_is_elsewhere' },
    });
  });

  test('more seats wake those who wait, fewer take nobody’s', async () => {
    const id = await event(1);
    const seated = await registered(db, id, { email: 'c1@example.org', now: NOW });
    const waits = await registered(db, id, { email: 'c2@example.org', party: [adult, child(5)], now: NOW });
    const change = async (capacity: number) => {
      const version = (await findEvent(db, id))?.version;
      const fields = eventFields(sato, STARTS, places(capacity));
      const by = { eventId: id, as: 'coordinator', byPersonId: sato, now: NOW, version } as const;
      return sure(await act((tx) => changeEvent(tx, { ...by, fields })));
    };
    await change(2);
    expect(await stateOf(waits)).toBe('waiting');
    await change(3);
    expect(await stateOf(waits)).toBe('offered');
    await change(0);
    expect([await stateOf(seated), await stateOf(waits), await takenOf(id)]).toEqual([
      'seated',
      'offered',
      [3],
    ]);
    expect(await tellings(seated)).toEqual(['seat']);
  });
});

describe('a party', () => {
  test('registers once, however often it is sent, and takes no seat before its address is proved', async () => {
    const id = await event(5);
    const about = {
      eventId: id,
      personId: null,
      email: 'd1@example.org',
      name: 'Dara',
      locale: 'en',
      party: [adult],
      needs: 'A chair',
      question: null,
      isProved: false,
      now: NOW,
    } as const;
    const ask = (now = NOW, party: readonly Attendee[] = about.party) =>
      act(async (tx) => sure(await register(tx, { ...about, party, now })));
    const one = (await ask()).registrationId;
    expect(await ask(NOW, [adult, child(3)])).toEqual({ registrationId: one, isAgain: true, isAsked: false });
    expect((await findRegistration(db, one))?.party).toHaveLength(2);
    expect(await ask(NOW.add({ hours: 24 }))).toMatchObject({ registrationId: one, isAsked: true });
    expect([await tellings(one), await takenOf(id)]).toEqual([['ask', 'ask'], [0]]);
    // The link of the second mail leads somewhere as long as that of the first did.
    const row = db.selectFrom('events.registrations').select('created_at').where('id', '=', one);
    expect((await row.executeTakeFirstOrThrow()).created_at).toEqual(NOW.add({ hours: 24 }));
    sure(await act((tx) => prove(tx, on(one))));
    sure(await act((tx) => prove(tx, on(one))));
    const two = (await ask()).registrationId;
    expect(await act((tx) => prove(tx, on(two)))).toMatchObject({ refusal: { code: 'registered_already' } });
    const again = sure(await act((tx) => register(tx, { ...about, isProved: true })));
    expect(again).toEqual({ registrationId: one, isAgain: true, isAsked: false });
    expect(await takenOf(id)).toEqual([1]);
  });

  test('has its seats by an account, whoever has written its address into a form before', async () => {
    const id = await event(2);
    const about = {
      eventId: id,
      email: 'd2@example.org',
      locale: 'en',
      needs: null,
      question: null,
    } as const;
    const stranger = {
      ...about,
      personId: null,
      name: 'Stranger',
      party: [adult, child(3)],
      isProved: false,
    };
    const { registrationId } = sure(await act((tx) => register(tx, { ...stranger, now: NOW })));
    const own = { ...about, personId: kato, name: 'Kato', party: [adult], isProved: true };
    const done = sure(await act((tx) => register(tx, { ...own, now: NOW })));
    expect(done).toEqual({ registrationId, isAgain: false, isAsked: false });
    expect(await findRegistration(db, registrationId)).toMatchObject({
      ...{ state: 'seated', personId: kato, name: 'Kato', party: [adult] },
    });
  });

  test('changes while there are seats for all of it, and keeps what it has where there are not', async () => {
    const id = await event(3);
    const family = await registered(db, id, { email: 'e1@example.org', party: [adult, child(4)], now: NOW });
    sure(await act((tx) => changeParty(tx, { ...on(family), party: [adult, child(4), child(6)] })));
    expect(await takenOf(id)).toEqual([3]);
    const four = [adult, adult, child(4), child(6)];
    expect(await act((tx) => changeParty(tx, { ...on(family), party: four }))).toMatchObject({
      refusal: { code: 'not_seats_for_all' },
    });
    expect([await stateOf(family), await takenOf(id)]).toEqual(['seated', [3]]);
    sure(await act((tx) => changeParty(tx, { ...on(family), party: [adult] })));
    expect(await takenOf(id)).toEqual([1]);
  });

  test('changes into one that is no larger after a lowering, and nobody loses a seat by it', async () => {
    const id = await event(5);
    const of = (email: string) => registered(db, id, { email, party: [adult, child(4)], now: NOW });
    const [family, others] = [await of('g1@example.org'), await of('g2@example.org')];
    const lowered = [{ kind: 'anybody', language: '', capacity: 2 }] as const;
    await act((tx) => writeSeats(tx, id, lowered));
    const becomes = (party: readonly Attendee[]) => act((tx) => changeParty(tx, { ...on(family), party }));
    sure(await becomes([adult, adult]));
    expect(await becomes([adult, adult, adult])).toMatchObject({ refusal: { code: 'not_seats_for_all' } });
    sure(await becomes([adult]));
    expect([await stateOf(family), await stateOf(others), await takenOf(id)]).toEqual([
      'seated',
      'seated',
      [3],
    ]);
    expect(await listSeats(db, id)).toMatchObject([{ capacity: 2, taken: 3 }]);
  });

  test('never has a seat that there is not, whoever writes it', async () => {
    const id = await event(1);
    await registered(db, id, { email: 'f1@example.org', now: NOW });
    await expect(
      act(async (tx) => {
        const written = await insertRegistration(
          tx,
          {
            eventId: id,
            personId: null,
            email: 'f2@example.org',
            name: 'F',
            locale: 'en',
            party: [adult],
            needs: null,
            question: null,
            endsAt: STARTS,
          },
          NOW,
        );
        await tx
          .updateTable('events.registrations')
          .set({ state: 'seated' })
          .where('id', '=', written)
          .execute();
      }),
    ).rejects.toMatchObject({ constraint: 'seats_hold' });
  });

  test('that is erased leaves its seats, and the clock offers them to whoever waits', async () => {
    const id = await event(2);
    const gone = await registered(db, id, { email: 'j1@example.org', party: [adult, child(3)], now: NOW });
    const waits = await registered(db, id, { email: 'j2@example.org', now: NOW });
    await db.deleteFrom('events.registrations').where('id', '=', gone).execute();
    expect(await takenOf(id)).toEqual([0]);
    await eventsClock.run({}, { db, clock, log: {} as never });
    expect(await stateOf(waits)).toBe('offered');
  });

  test('is one of many who come at once: the seats hold, the rest waits', async () => {
    const id = await event(5);
    const ids = await Promise.all(
      Array.from({ length: 12 }, (_, place) =>
        registered(db, id, { email: `g${place}@example.org`, now: NOW }),
      ),
    );
    const states = await Promise.all(ids.map(stateOf));
    expect(states.filter((state) => state === 'seated')).toHaveLength(5);
    expect(states.filter((state) => state === 'waiting')).toHaveLength(7);
    await Promise.all(ids.slice(0, 6).map((one) => act((tx) => cancelRegistration(tx, on(one)))));
    const [taken] = await takenOf(id);
    const after = await Promise.all(ids.map(stateOf));
    expect(after.filter((state) => state === 'seated' || state === 'offered')).toHaveLength(taken ?? 0);
    expect(taken).toBe(5);
  });
});

describe('an event', () => {
  test('is published by somebody else than whoever submitted it', async () => {
    const by = { as: 'coordinator', byPersonId: sato, now: NOW } as const;
    const id = await act((tx) =>
      draftEvent(tx, eventFields(sato, STARTS, places(1)), { personId: sato, now: NOW }),
    );
    sure(await act((tx) => submitEvent(tx, { ...by, eventId: id })));
    expect(await act((tx) => publishEvent(tx, { ...by, eventId: id }))).toMatchObject({
      refusal: { code: 'somebody_else_publishes' },
    });
  });

  test('that is cancelled tells everybody once, and its seats are nobody’s', async () => {
    const id = await event(1);
    const [seated, waits] = [
      await registered(db, id, { email: 'h1@example.org', now: NOW }),
      await registered(db, id, { email: 'h2@example.org', now: NOW }),
    ];
    const by = { eventId: id, as: 'coordinator', byPersonId: sato, now: NOW } as const;
    sure(await act((tx) => cancelEvent(tx, by)));
    expect([await tellings(seated), await tellings(waits)]).toEqual([
      ['seat', 'cancel'],
      ['wait', 'cancel'],
    ]);
    expect(await takenOf(id)).toEqual([0]);
  });

  test('that is cancelled after it was put off is kept by the day that it had', async () => {
    const id = await event(1);
    const one = await registered(db, id, { email: 'l1@example.org', now: NOW });
    const by = { eventId: id, as: 'coordinator', byPersonId: sato, now: NOW } as const;
    sure(await act((tx) => postponeEvent(tx, by)));
    sure(await act((tx) => cancelEvent(tx, by)));
    const row = db.selectFrom('events.registrations').select('ends_at').where('id', '=', one);
    expect((await row.executeTakeFirstOrThrow()).ends_at).toEqual(STARTS.add({ hours: 3 }));
  });

  test('that is postponed holds nothing: an offer waits again at its place, and is made anew with the new day', async () => {
    const id = await event(1);
    const ids = [
      await registered(db, id, { email: 'k1@example.org', now: NOW }),
      await registered(db, id, { email: 'k2@example.org', now: NOW }),
      await registered(db, id, { email: 'k3@example.org', now: NOW.add({ minutes: 1 }) }),
    ] as const;
    sure(await act((tx) => cancelRegistration(tx, on(ids[0]))));
    const by = { eventId: id, as: 'coordinator', byPersonId: sato, now: NOW } as const;
    sure(await act((tx) => postponeEvent(tx, by)));
    expect([await Promise.all(ids.map(stateOf)), await takenOf(id)]).toEqual([
      ['cancelled', 'waiting', 'waiting'],
      [0],
    ]);
    // What people need is not deleted by a day that it does not have.
    const endsOf = async () => {
      const row = db.selectFrom('events.registrations').select('ends_at').where('id', '=', ids[1]);
      return (await row.executeTakeFirstOrThrow()).ends_at;
    };
    expect(await endsOf()).toEqual(STARTS.add({ hours: 24 * 183 + 3 }));
    // Long after the offer would have been over, and whatever others give up meanwhile.
    const later = NOW.add({ hours: 24 * 30 });
    sure(await act((tx) => cancelRegistration(tx, on(ids[2], later))));
    await act((tx) => followClock(tx, id, later));
    expect(await stateOf(ids[1])).toBe('waiting');
    const startsAt = later.add({ hours: 24 * 10 });
    const day = { startsAt, endsAt: startsAt.add({ hours: 2 }), now: later };
    sure(await act((tx) => setDate(tx, { ...by, ...day })));
    expect([await stateOf(ids[1]), await endsOf()]).toEqual(['offered', day.endsAt]);
    expect(await tellings(ids[1])).toEqual(['wait', 'offer', 'put_back', 'postpone', 'set_date', 'offer']);
  });

  test('calls for the last time, then begins and gives no seat any more', async () => {
    const id = await event(1);
    const seated = await registered(db, id, { email: 'i1@example.org', now: NOW });
    const waits = await registered(db, id, { email: 'i2@example.org', now: NOW });
    const morning = at('2026-12-07T09:00');
    expect(await act((tx) => takeSeats(tx, on(waits, morning)))).toMatchObject({
      refusal: { code: 'seats_are_offered_in_turn' },
    });
    sure(await act((tx) => cancelRegistration(tx, on(seated, morning))));
    await act((tx) => followClock(tx, id, morning));
    expect(await tellings(waits)).toEqual(['wait', 'call']);
    await act((tx) => followClock(tx, id, STARTS));
    // What somebody did not come to is not given up afterwards: it would be another figure.
    expect(await act((tx) => cancelRegistration(tx, on(waits, STARTS)))).toMatchObject({
      refusal: { code: 'event_has_begun' },
    });
    expect((await findEvent(db, id))?.state).toBe('under_way');
    expect(await act((tx) => takeSeats(tx, on(waits, STARTS)))).toMatchObject({
      refusal: { code: 'event_has_begun' },
    });
    await act((tx) => followClock(tx, id, STARTS.add({ hours: 3 })));
    expect((await findEvent(db, id))?.state).toBe('over');
  });
});
