import { expect, test } from 'vitest';
import { EVENTS, publishedEvent, registered, sure } from '../../../../test/support/events.ts';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { askTogether } from '../../../platform/database/questions.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { draw } from '../../../platform/languages/draw.ts';
import { createPerson } from '../../people/index.ts';
import { eventsComing } from '../elsewhere/coming.ts';
import { eventsPublicPart } from '../elsewhere/public-part.tsx';
import { cancelEvent, followClock, postponeEvent } from '../event/commands.ts';
import { eventsModule } from '../module.ts';
import { listToCome } from '../store/events.ts';

const house = await testHouse([eventsModule(EVENTS)]);
const { db, clock } = house;
const person = (name: string) => {
  const about = { name, email: `${name}@example.org`, locale: 'en', weekly: [], now: clock() } as const;
  return inTransaction(db, (tx) => createPerson(tx, { ...about, roles: ['coordinator'] }));
};
const [sato, kato] = [await person('sato'), await person('kato')];
const STARTS = Temporal.Instant.from('2026-12-06T13:00:00+09:00');
const event = (startsAt = STARTS, capacity = 1) =>
  publishedEvent(db, [sato.id, kato.id], startsAt, [{ kind: 'anybody', language: '', capacity }], clock());
const visitor = house.as();
const by = (eventId: string) => ({ eventId, as: 'coordinator', byPersonId: sato.id, now: clock() }) as const;

test('who has no account is asked for a name and an address as for something that is needed', async () => {
  const id = await event();
  const marks = (html: string) => html.match(/optional/g)?.length;
  const asked = await visitor.get(`/events/${id}/registration`);
  const known = await house.as(actorOf(sato, ['coordinator'])).get(`/events/${id}/registration`);
  expect(asked.html).toContain('name="email"');
  expect(known.html).not.toContain('name="email"');
  expect(marks(asked.html)).toBe(marks(known.html));
});

test('the list says which event is full', async () => {
  const [id] = [await event(STARTS.add({ hours: 24 })), await event(STARTS.add({ hours: 48 }), 2)];
  const fullOnes = async () => (await visitor.get('/events')).text.match(/Full: waiting list/g)?.length ?? 0;
  expect(await fullOnes()).toBe(0);
  await registered(db, id, { email: 'a@example.org', now: clock() });
  expect(await fullOnes()).toBe(1);
});

test('what is called off is listed until its day, what is put off until it has another', async () => {
  const [off, later] = [await event(), await event()];
  await inTransaction(db, async (tx) => {
    sure(await cancelEvent(tx, by(off)));
    sure(await postponeEvent(tx, by(later)));
  });
  const listedAt = async (now: Temporal.Instant) => {
    const ids = (await listToCome(db, now, 100)).map(({ id }) => id);
    return [ids.includes(off), ids.includes(later)];
  };
  expect(await listedAt(clock())).toEqual([true, true]);
  expect(await listedAt(STARTS.add({ hours: 4 }))).toEqual([false, true]);
});

test('what is put off, however much, hides nothing that takes place', async () => {
  const on = await event(STARTS.add({ hours: 24 * 200 }));
  for (let at = 0; at < 6; at++) {
    const off = await event(clock().add({ hours: 24 }));
    await inTransaction(db, async (tx) => sure(await postponeEvent(tx, by(off))));
  }
  const now = STARTS.add({ hours: 24 * 199 });
  const [next] = await eventsComing.list(db, { now, locale: 'en', most: 1 });
  expect(next?.href).toBe(`/events/${on}`);
  const asking = await eventsPublicPart.section?.(db, now);
  const answers = await askTogether(db, asking?.questions ?? {});
  expect(draw(asking?.show(answers as never), 'en')).toContain(on);
});

test('what has been stays in sight, page by page, and what is chosen stays in the address', async () => {
  const begun = clock().subtract({ hours: 24 * 70 });
  const ids: string[] = [];
  for (let at = 0; at < 26; at++) {
    const startsAt = begun.add({ hours: 24 * at });
    const seats = [{ kind: 'anybody', language: '', capacity: 5 }] as const;
    const id = await publishedEvent(
      db,
      [sato.id, kato.id],
      startsAt,
      seats,
      startsAt.subtract({ hours: 24 }),
    );
    ids.push(id);
    for (const now of [startsAt, startsAt.add({ hours: 3 })])
      await inTransaction(db, (tx) => followClock(tx, id, now));
  }
  const linked = (html: string) => ids.filter((id) => html.includes(`/events/${id}"`)).length;
  const first = await visitor.get('/events/past?kind=exchange_meeting&language=ja');
  expect(linked(first.html)).toBe(24);
  const next = /href="\/en(\/events\/past\?[^"]*after=[^"]*)"/
    .exec(first.html)?.[1]
    ?.replaceAll('&amp;', '&');
  expect(next).toContain('kind=exchange_meeting&language=ja&after=');
  expect(linked((await visitor.get(next ?? '')).html)).toBe(2);
  expect(linked((await visitor.get('/events/past?kind=lecture')).html)).toBe(0);
  const month = begun.toZonedDateTimeISO('Asia/Tokyo').toPlainDate().toPlainYearMonth().toString();
  const inMonth = linked((await visitor.get(`/events/past?month=${month}`)).html);
  expect([inMonth > 0, inMonth < 26]).toEqual([true, true]);
  // What was changed by hand narrows nothing down.
  expect(linked((await visitor.get('/events/past?month=2026-13')).html)).toBe(24);
  expect(linked((await visitor.get('/events')).html)).toBe(0);
});
