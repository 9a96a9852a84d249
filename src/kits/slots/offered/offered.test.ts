import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { AppointmentKind } from '../../../platform/parts/appointment.ts';
import { accept, type Outcome, Refused, refuse } from '../../../platform/refusal.ts';
import { writeSetting } from '../../../platform/settings/settings.ts';
import { hoursSetting } from '../hours.ts';
import { slotsMessages } from '../words.ts';
import { bookSlot, freeSlots, offerSlots, takeBackSlot } from './commands.ts';
import { slotsModule } from './module.tsx';
import { listOpenSlots, listSlotsOf } from './store.ts';

const KIND = 'test.talk';
const talk: AppointmentKind = {
  kind: KIND,
  label: slotsMessages.label('what_for'),
  usualMinutes: 45,
  pagesOf: async (_db, ids) => new Map(ids.map((id) => [id, `/talks/${id}`])),
};
const house = await testHouse([slotsModule([talk])]);
const { db } = house;
const now = house.clock();
const monday = Temporal.PlainDate.from('2026-12-07');
const afternoon = { day: monday, from: '13:00', until: '16:00', minutes: 45 };

/** What was refused, or the value, whichever way it was said. */
async function act<T>(work: (tx: Tx) => Promise<Outcome<T>>): Promise<T | string> {
  try {
    const outcome = await inTransaction(db, work);
    return outcome.ok ? outcome.value : outcome.refusal.code;
  } catch (problem) {
    if (problem instanceof Refused) return problem.refusal.code;
    throw problem;
  }
}
const offer = (hostId: string, changes: Partial<typeof afternoon> = {}) =>
  act((tx) =>
    offerSlots(
      tx,
      { ...afternoon, ...changes, kind: KIND, hostId, place: 'online', whereWords: 'https://x.test' },
      now,
    ),
  );
const open = async () => listOpenSlots(db, KIND, { after: now, most: 200 });
const book = (slotId: string, forId: string = randomUUID()) =>
  act((tx) => bookSlot(tx, slotId, { kind: KIND, now, make: async () => accept(forId) }));
let weeks = 0;
/** A Monday that no other test here offers times on. */
function nextDay(): Temporal.PlainDate {
  weeks += 1;
  return monday.add({ weeks });
}

describe('open times', () => {
  test('are offered until they are booked, once', async () => {
    const host = randomUUID();
    const before = (await open()).length;
    expect(await offer(host)).toBe(4);
    const [slot] = (await open()).filter(({ hostId }) => hostId === host);
    expect(await open()).toHaveLength(before + 4);
    expect(slot).toMatchObject({ kind: KIND, place: 'online', whereWords: 'https://x.test' });
    const forId = randomUUID();
    expect(await book(slot?.id ?? '', forId)).toBe(forId);
    expect(await book(slot?.id ?? '')).toBe('slot_is_gone');
    expect(await open()).toHaveLength(before + 3);
    expect((await listSlotsOf(db, host, now))[0]).toMatchObject({ forId });
  });

  test('never overlap for one person, and then none of them is kept', async () => {
    const host = randomUUID();
    const day = nextDay();
    await offer(host, { day, from: '14:00', until: '15:00' });
    expect(await offer(host, { day })).toBe('times_overlap');
    expect(await listSlotsOf(db, host, now)).toHaveLength(1);
    expect(await offer(randomUUID(), { day })).toBe(4);
  });

  test('follow the organization’s hours', async () => {
    const day = nextDay();
    const closed = { ...hoursSetting.value, closedOn: [day.toString()] };
    const set = (value: typeof closed) =>
      inTransaction(db, (tx) => writeSetting(tx, hoursSetting, { value, seen: null, by: null, now }));
    await set(closed);
    expect(await offer(randomUUID(), { day })).toBe('times_are_closed');
    await set(hoursSetting.value);
    expect(await offer(randomUUID(), { day })).toBe(4);
  });

  test('are at most a hundred', async () => {
    const host = randomUUID();
    for (let days = 0; days < 3; days++)
      await offer(host, { day: monday.add({ days: 1 + days }), from: '09:00', until: '17:00', minutes: 15 });
    expect(
      await offer(host, { day: monday.add({ days: 4 }), from: '09:00', until: '17:00', minutes: 15 }),
    ).toBe('too_many_times_open');
  });

  test('are gone once they have begun', async () => {
    const host = randomUUID();
    await offer(host, { day: nextDay() });
    const [slot] = await listSlotsOf(db, host, now);
    const later = slot?.startsAt ?? now;
    expect(
      await act((tx) =>
        bookSlot(tx, slot?.id ?? '', { kind: KIND, now: later, make: async () => accept(randomUUID()) }),
      ),
    ).toBe('slot_is_gone');
    expect(
      await act((tx) =>
        bookSlot(tx, slot?.id ?? '', { kind: 'other.kind', now, make: async () => accept('x') }),
      ),
    ).toBe('slot_is_gone');
  });

  test('moving to another opens the first again; what the program refuses changes nothing', async () => {
    const host = randomUUID();
    await offer(host, { day: nextDay() });
    const [one, other] = await listSlotsOf(db, host, now);
    const forId = randomUUID();
    await book(one?.id ?? '', forId);
    await book(other?.id ?? '', forId);
    expect((await listSlotsOf(db, host, now)).map((slot) => slot.forId)).toEqual([null, forId, null, null]);
    expect(
      await act((tx) =>
        bookSlot(tx, one?.id ?? '', { kind: KIND, now, make: async () => refuse('not_today') }),
      ),
    ).toBe('not_today');
    await inTransaction(db, (tx) => freeSlots(tx, [forId]));
    expect((await listSlotsOf(db, host, now)).map((slot) => slot.forId)).toEqual([null, null, null, null]);
  });
});

describe('rivals', () => {
  test('of twenty who choose the same time at once, one has it', async () => {
    const host = randomUUID();
    await offer(host, { day: nextDay(), until: '13:45' });
    const [slot] = await listSlotsOf(db, host, now);
    const said = await Promise.all(Array.from({ length: 20 }, () => book(slot?.id ?? '')));
    expect(said.filter((one) => one !== 'slot_is_gone')).toHaveLength(1);
    const kept = await db
      .selectFrom('slots.bookings')
      .selectAll()
      .where('slot_id', '=', slot?.id ?? '')
      .execute();
    expect(kept.map(({ for_id }) => for_id)).toEqual(said.filter((one) => one !== 'slot_is_gone'));
  });

  test('one who moves to a time that a rival has just taken keeps their own', async () => {
    const host = randomUUID();
    await offer(host, { day: nextDay() });
    const [own, wanted] = await listSlotsOf(db, host, now);
    const forId = randomUUID();
    await book(own?.id ?? '', forId);
    const said = await act((tx) =>
      bookSlot(tx, wanted?.id ?? '', {
        kind: KIND,
        now,
        make: async () => {
          await book(wanted?.id ?? '');
          return accept(forId);
        },
      }),
    );
    expect(said).toBe('slot_is_gone');
    expect((await listSlotsOf(db, host, now))[0]?.forId).toBe(forId);
  });

  test('a time is booked or taken back, never both', async () => {
    for (let round = 0; round < 10; round++) {
      const host = randomUUID();
      await offer(host, { day: nextDay(), until: '13:45' });
      const [slot] = await listSlotsOf(db, host, now);
      const id = slot?.id ?? '';
      const [booked, taken] = await Promise.all([book(id), act((tx) => takeBackSlot(tx, id, host))]);
      expect([booked === 'slot_is_gone', taken === 'slot_is_booked']).toEqual(
        taken === null ? [true, false] : [false, true],
      );
    }
  });

  test('a booking that is made while its time is taken back holds', async () => {
    const host = randomUUID();
    await offer(host, { day: nextDay(), until: '13:45' });
    const [slot] = await listSlotsOf(db, host, now);
    const id = slot?.id ?? '';
    let taken: Promise<string | null> = Promise.resolve(null);
    const forId = randomUUID();
    await act((tx) =>
      bookSlot(tx, id, {
        kind: KIND,
        now,
        make: async () => {
          taken = act((other) => takeBackSlot(other, id, host));
          // It waits for us: until then it has said nothing.
          expect(await Promise.race([taken, new Promise((done) => setImmediate(done, 'waits'))])).toBe(
            'waits',
          );
          return accept(forId);
        },
      }),
    );
    expect(await taken).toBe('slot_is_booked');
    expect((await listSlotsOf(db, host, now))[0]?.forId).toBe(forId);
  });
});

describe('the page of a coordinator', () => {
  const id = randomUUID();
  const coordinator = house.as(actorOf({ id }, ['coordinator']));
  const typed = {
    ...{ kind: KIND, day: '2027-02-01', from: '10:00', until: '11:00', minutes: '30' },
    ...{ place: 'online', whereWords: 'https://meet.test/1' },
  };

  test('opens times, shows what is booked, and takes back what is not', async () => {
    expect((await coordinator.get('/times')).text).toContain('You have no open times');
    expect((await coordinator.post('/times', typed)).flash).toBe('2 times are open now.');
    const [first, second] = await listSlotsOf(db, id, now);
    const forId = randomUUID();
    await book(first?.id ?? '', forId);
    const { html, text } = await coordinator.get('/times');
    expect(text).toContain('Mon, Feb 1, 2027, 10:00 – 10:30');
    expect(html).toContain(`/talks/${forId}"`);
    expect((await coordinator.post(`/times/${first?.id}/removal`)).status).toBe(422);
    expect((await coordinator.post(`/times/${second?.id}/removal`)).status).toBe(303);
    expect(await listSlotsOf(db, id, now)).toHaveLength(1);
  });

  test('takes back nobody else’s', async () => {
    const host = randomUUID();
    await offer(host, { day: nextDay() });
    const [slot] = await listSlotsOf(db, host, now);
    expect((await coordinator.post(`/times/${slot?.id}/removal`)).status).toBe(422);
    expect(await listSlotsOf(db, host, now)).toHaveLength(4);
  });

  test.each([
    ['until', { until: '10:10' }],
    ['day', { day: '2026-11-23' }],
    ['from', { from: '06:00' }],
    ['minutes', { minutes: '5' }],
    ['whereWords', { whereWords: ' ' }],
    ['kind', { kind: 'x' }],
    ['place', { place: 'moon' }],
  ])('says beside %s what to mend', async (field, changes) => {
    const answer = await coordinator.post('/times', { ...typed, ...changes });
    expect(answer.status).toBe(422);
    expect(answer.refusals[field]).toBeTruthy();
  });

  test.each(['resident', 'volunteer', 'administrator'] as const)('is not for a %s', async (role) => {
    expect((await house.as(actorOf({ id: randomUUID() }, [role])).get('/times')).status).toBe(403);
  });
});
