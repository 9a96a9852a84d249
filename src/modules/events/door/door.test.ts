import { describe, expect, test } from 'vitest';
import { adult, child, EVENTS, publishedEvent, registered, sure } from '../../../../test/support/events.ts';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { inTransaction, violatedConstraint } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { followClock } from '../event/commands.ts';
import { eventsModule } from '../module.ts';
import { cancelRegistration, register } from '../registrations/commands.ts';
import { tokenOf } from '../registrations/token.ts';
import { reportEvent } from '../report/report.ts';
import { listDoorEntries, listDoorRows } from '../store/door.ts';
import { findEvent } from '../store/events.ts';
import type { Event } from '../types.ts';
import { takePresses } from './press.ts';
import { countDoor, readDoor } from './rules/door.ts';
import { codeOf } from './rules/names.ts';
import { type LoggedPress, type Press, readPress } from './rules/press.ts';

const house = await testHouse([eventsModule(EVENTS)], '2026-12-06T12:30:00+09:00');
const { db, clock } = house;
const now = clock();
const SOLD = now.subtract({ hours: 240 });
const STARTS = Temporal.Instant.from('2026-12-06T13:00:00+09:00');
const person = (name: string, roles: readonly ('coordinator' | 'volunteer')[]) =>
  inTransaction(db, (tx) => createPerson(tx, { name, weekly: [], now, roles: [...roles] }));
const [sato, kato] = [await person('Sato', ['coordinator']), await person('Kato', ['coordinator'])];
const [mori, ueda] = [await person('Mori', ['volunteer']), await person('Ueda', ['volunteer'])];
const seats = [{ kind: 'anybody', language: '', capacity: 9 }] as const;

const event = async (responsible = sato.id, startsAt = STARTS): Promise<Event> => {
  const id = await publishedEvent(db, [responsible, kato.id], startsAt, seats, SOLD);
  return (await findEvent(db, id)) as Event;
};
const party = (of: Event, email: string, ...comes: (typeof adult)[]) =>
  registered(db, of.id, { email, party: comes, now: SOLD });
const here = (registrationId: string, place = 1): Press => ({ act: 'here', registrationId, place });
const undo = (device: string, seq: number): Press => ({ act: 'undo', undoes: { device, seq } });
const log = (...presses: Press[]): LoggedPress[] =>
  presses.map((press, at) => ({ seq: at + 1, at: now.epochMilliseconds, press }));
const take = (of: Event, device: string, presses: readonly LoggedPress[], byPersonId = sato.id) =>
  inTransaction(db, async (tx) =>
    sure(await takePresses(tx, { event: of, device, presses, byPersonId, now })),
  );
const countOf = async ({ id }: Event) => {
  const counted = countDoor(await listDoorRows(db, id), readDoor(await listDoorEntries(db, id)));
  return counted.find(({ kind }) => kind === 'everybody')?.here;
};
const linesOf = async ({ id }: Event) => (await listDoorEntries(db, id)).length;

describe('the log of the door', () => {
  test('counts somebody once whom many devices press at the same time, and shows it', async () => {
    const of = await event();
    const id = await party(of, 'rivals@example.org', adult);
    const devices = Array.from({ length: 6 }, () => crypto.randomUUID());
    await Promise.all(devices.map((device, at) => take(of, device, log(here(id)), at ? kato.id : sato.id)));
    expect([await countOf(of), await linesOf(of)]).toEqual([1, 6]);
    const page = await house.as(actorOf(sato, ['coordinator'])).get(`/desk/events/${of.id}/door`);
    expect(page.text).toMatch(/Pressed as here by Sato at .*Kato at .*Counted once/);
  });

  test('takes a device’s log twice, at once and in parts, and has each press once', async () => {
    const of = await event();
    const id = await party(of, 'twice@example.org', adult, child(6));
    const device = crypto.randomUUID();
    const whole = log(here(id), here(id, 2), undo(device, 2));
    await take(of, device, whole.slice(2));
    await Promise.all([
      take(of, device, whole),
      take(of, device, whole),
      take(of, device, whole.slice(0, 1)),
    ]);
    expect((await take(of, device, whole)).refused).toEqual([]);
    expect([await countOf(of), await linesOf(of)]).toEqual([1, 3]);
  });

  test('takes nothing under the device of somebody else, and believes no clock from before the door opened', async () => {
    const of = await event();
    const id = await party(of, 'device@example.org', adult, child(6));
    const device = crypto.randomUUID();
    await take(of, device, [{ seq: 1, at: 0, press: here(id) }]);
    expect((await take(of, device, log(here(id), here(id, 2)), kato.id)).refused).toEqual([1, 2]);
    expect((await take(of, device, log(here(id), here(id, 2)))).refused).toEqual([]);
    const [first] = await listDoorEntries(db, of.id);
    expect(first?.pressedAt.toString()).toBe(STARTS.subtract({ hours: 24 }).toString());
  });

  test('never overwrites: another press under the same number is refused, and the first stays', async () => {
    const of = await event();
    const [one, other] = [await party(of, 'n1@example.org', adult), await party(of, 'n2@example.org', adult)];
    const device = crypto.randomUUID();
    await take(of, device, log(here(one)));
    expect((await take(of, device, log(here(other)))).refused).toEqual([1]);
    expect((await listDoorEntries(db, of.id)).map(({ press }) => press)).toEqual([here(one)]);
    const row = { event_id: of.id, device, seq: 1, act: 'here', registration_id: one, place: 2 } as const;
    const again = db
      .insertInto('events.door_entries')
      .values({ ...row, by_person: sato.id, pressed_at: now, received_at: now })
      .execute();
    expect(violatedConstraint(await again.catch((problem: unknown) => problem))).toBe(
      'door_entries_event_id_device_seq_key',
    );
    await expect(
      db.updateTable('events.door_entries').set({ place: 2 }).where('event_id', '=', of.id).execute(),
    ).rejects.toThrow('permission denied');
  });

  test('a device’s numbers say nothing at another event, and registrations of another are refused by line', async () => {
    const [of, elsewhere] = [await event(), await event()];
    const [ours, theirs] = [
      await party(of, 'o1@example.org', adult),
      await party(elsewhere, 'o2@example.org', adult),
    ];
    const device = crypto.randomUUID();
    await take(of, device, log(here(ours)));
    expect((await take(elsewhere, device, log(here(theirs), undo(device, 9)))).refused).toEqual([]);
    expect(await take(elsewhere, device, log(here(theirs), undo(device, 9), here(ours)))).toMatchObject({
      refused: [3],
    });
    await take(elsewhere, crypto.randomUUID(), log(undo(device, 2)));
    expect([await countOf(of), await countOf(elsewhere)]).toEqual([1, 1]);
    const row = {
      event_id: elsewhere.id,
      device,
      seq: 7,
      act: 'here',
      registration_id: ours,
      place: 1,
    } as const;
    await expect(
      db
        .insertInto('events.door_entries')
        .values({ ...row, by_person: sato.id, pressed_at: now, received_at: now })
        .execute(),
    ).rejects.toThrow('foreign key');
  });

  test('shows somebody who was pressed although they have no seat any more', async () => {
    const of = await event();
    const id = await party(of, 'gave-up@example.org', adult);
    const device = crypto.randomUUID();
    const on = { registrationId: id, as: 'registrant', byPersonId: null, now } as const;
    sure(await inTransaction(db, (tx) => cancelRegistration(tx, on)));
    await take(of, device, log(here(id)));
    const page = await house.as(actorOf(sato, ['coordinator'])).get(`/desk/events/${of.id}/door`);
    expect(page.text).toContain('gave-up@example.org Has no seats now');
    expect(await countOf(of)).toBe(1);
  });
});

describe('the page of the door', () => {
  const at = (of: Event, rest = '') => `/desk/events/${of.id}/door${rest}`;
  const pressesIn = (html: string) =>
    [...html.matchAll(/name="press" value="([^"]+)"/g)].map(([, line = '']) => line);

  test('lets somebody in and out by plain forms, and counts who came without registering', async () => {
    const of = await event();
    const id = await party(of, 'plain@example.org', adult, child(6));
    const web = house.as(actorOf(sato, ['coordinator']));
    const fresh = await web.get(at(of));
    expect(pressesIn(fresh.html).map((line) => readPress(line)?.act)).toEqual([
      'here',
      'here',
      'here',
      'here',
    ]);
    const line = `here ${id} 2`;
    expect((await web.post(at(of), { press: line })).location).toBe(`${at(of)}#door-${id}`);
    const pressed = await web.get(at(of));
    expect(pressed.text).toContain('Here / with seats 1 of 2 Adults 0 of 1 Children 1 of 1');
    const back = pressesIn(pressed.html).find((one) => one.startsWith('undo')) ?? '';
    await web.post(at(of), { press: back });
    expect((await web.get(at(of))).text).toContain('Here / with seats 0 of 2');
    const came = { adults: '2', children: '1', language: 'ne', name: 'Gita' };
    await web.post(at(of, '/walk-ins'), came);
    const after = await web.get(at(of));
    expect(after.text).toContain('Here / with seats 3 of 2 Adults 2 of 1 Children 1 of 1');
    expect(after.text).toMatch(/Gita 2 adults, one child, .* Nepali/);
    const nobody = await web.post(at(of, '/walk-ins'), { ...came, adults: '0', children: '0' });
    expect(nobody.refusals['adults']).toBe('Choose how many have come.');
  });

  test('is told by a device’s log what was written and what was not', async () => {
    const of = await event();
    const id = await party(of, 'log@example.org', adult);
    const web = house.as(actorOf(sato, ['coordinator']));
    const device = crypto.randomUUID();
    const press = [`1 ${now.epochMilliseconds} here ${id} 1`, `2 1 here ${crypto.randomUUID()} 1`];
    const answer = await web.post(at(of, '/log'), { device, press });
    expect([answer.status, JSON.parse(answer.html)]).toEqual([200, { refused: [2] }]);
    // By a clock that goes ahead it is now.
    await web.post(at(of, '/log'), { device, press: `3 ${now.epochMilliseconds + 9e9} here ${id} 1` });
    const times = (await listDoorEntries(db, of.id)).map(({ pressedAt }) => pressedAt.equals(now));
    expect(times).toEqual([true, true]);
    expect((await web.post(at(of, '/log'), { device, press: 'nonsense' })).status).toBe(422);
  });

  test('finds a row in every script, and by the code and the QR code of the registration’s own page', async () => {
    const of = await event();
    const id = await party(of, 'さくら', adult);
    const web = house.as(actorOf(sato, ['coordinator']));
    const isHidden = (html: string) => new RegExp(`id="door-${id}"[^>]* hidden`).test(html);
    for (const [typed, hidden] of [
      ['sakura', false],
      ['サクラ', false],
      [codeOf({ id }), false],
      ['tanaka', true],
    ] as const)
      expect(isHidden((await web.get(`${at(of)}?q=${encodeURIComponent(typed)}`)).html), typed).toBe(hidden);
    const own = await house.as().get(`/events/registrations/${tokenOf(EVENTS, id)}`);
    expect(own.text).toContain(`the code ${codeOf({ id })}`);
    expect(own.html).toContain('class="qr-code"');
    // The code leads to a page that a stranger does not see, and lets nobody in by itself.
    expect((await house.as().get(at(of))).status).toBe(303);
    expect(await countOf(of)).toBe(0);
  });

  test('says that something was asked to be prepared, and not what', async () => {
    const of = await event();
    await party(of, 'no-needs@example.org', adult);
    const web = house.as(actorOf(sato, ['coordinator']));
    expect((await web.get(at(of))).text).not.toContain('See the desk');
    const about = {
      eventId: of.id,
      personId: null,
      email: 'needs@example.org',
      name: 'Needs',
      locale: 'en',
    } as const;
    const asked = { needs: 'a wheelchair', question: null, party: [adult], isProved: true, now: SOLD };
    sure(await inTransaction(db, (tx) => register(tx, { ...about, ...asked })));
    const page = await web.get(at(of));
    expect(page.text).toContain('Needs See the desk');
    expect(page.html).not.toContain('wheelchair');
  });

  test('is for coordinators and whoever answers for this event', async () => {
    const of = await event(mori.id);
    const other = await event();
    const press = `here ${await party(of, 'rights@example.org', adult)} 1`;
    const as = (who: { id: string }) => house.as(actorOf(who, ['volunteer']));
    expect((await as(mori).get(at(of))).status).toBe(200);
    expect((await as(mori).get(at(other))).status).not.toBe(200);
    for (const [who, status] of [
      [ueda, false],
      [mori, true],
    ] as const) {
      expect((await as(who).post(at(of), { press })).status === 303, who.id).toBe(status);
      const sent = { device: crypto.randomUUID(), press: `1 1 ${press}` };
      expect((await as(who).post(at(of, '/log'), sent)).status === 200, who.id).toBe(status);
    }
    expect(await linesOf(of)).toBe(2);
    expect((await house.as(actorOf(sato, ['coordinator'], 'weak')).get(at(of))).location).toContain(
      'second-factor',
    );
  });

  test('is closed two weeks later, and shows its names to coordinators alone', async () => {
    const of = await event(mori.id);
    const press = `here ${await party(of, 'late@example.org', adult)} 1`;
    const late = house.as(actorOf(mori, ['volunteer']));
    await db
      .updateTable('events.events')
      .set({ starts_at: now.subtract({ hours: 24 * 15 }), ends_at: now.subtract({ hours: 24 * 14 + 1 }) })
      .set({ registration_closes_at: now.subtract({ hours: 24 * 15 }) })
      .where('id', '=', of.id)
      .execute();
    expect((await late.get(at(of))).status).toBe(404);
    const web = house.as(actorOf(sato, ['coordinator']));
    expect((await web.get(at(of))).status).toBe(200);
    expect((await web.post(at(of), { press })).status).toBe(422);
    expect(await linesOf(of)).toBe(0);
  });

  test('opens a day before, and never for what does not take place', async () => {
    const later = await event(sato.id, now.add({ hours: 25 }));
    const web = house.as(actorOf(sato, ['coordinator']));
    const id = await party(later, 'early@example.org', adult);
    expect((await web.get(at(later))).text).toContain('from 24 hours before the start');
    expect((await web.post(at(later), { press: `here ${id} 1` })).status).toBe(422);
    expect(await linesOf(later)).toBe(0);
  });
});

test('once an event is closed, who did not come is a figure and nobody’s name', async () => {
  const of = await event();
  const [one, other] = [
    await party(of, 'c1@example.org', adult, child(4)),
    await party(of, 'c2@example.org', adult),
  ];
  const device = crypto.randomUUID();
  const walkIn: Press = { act: 'walk_in', adults: 1, children: 2, language: null, name: null };
  await take(of, device, log(here(one), here(one, 2), here(other), undo(device, 3), walkIn));
  await take(of, crypto.randomUUID(), log(here(one)));
  const end = of.endsAt.add({ minutes: 1 });
  await inTransaction(db, (tx) => followClock(tx, of.id, end));
  const on = { eventId: of.id, as: 'coordinator', byPersonId: sato.id, now: end } as const;
  sure(await inTransaction(db, (tx) => reportEvent(tx, { ...on, learned: null })));
  expect((await findEvent(db, of.id))?.attendance).toEqual({ seated: 3, came: 2, walkIns: 3 });
  const page = await house.as(actorOf(sato, ['coordinator'])).get(`/desk/events/${of.id}/door`);
  expect(page.text).toContain('3 people had seats: 2 came, 1 did not. 3 came without registering.');
});
