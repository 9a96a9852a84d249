import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { EVENTS, publishedEvent } from '../../../../test/support/events.ts';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { registrationsOf } from '../data-of.ts';
import { postponeEvent } from '../event/commands.ts';
import { tellTask } from '../mail/tell.ts';
import { eventsModule } from '../module.ts';
import { listRegistrations } from '../store/registrations.ts';

const house = await testHouse([eventsModule(EVENTS)]);
const { db, clock } = house;
const person = (name: string, email: string) =>
  inTransaction(db, (tx) =>
    createPerson(tx, { name, email, locale: 'en', weekly: [], now: clock(), roles: ['coordinator'] }),
  );
const [sato, kato] = [await person('Sato', 'sato@example.org'), await person('Kato', 'kato@example.org')];
const STARTS = Temporal.Instant.from('2026-12-06T13:00:00+09:00');
const seats = [
  { kind: 'anybody', language: '', capacity: 3 },
  { kind: 'interpretation', language: 'ne', capacity: 1 },
] as const;
const event = () => publishedEvent(db, [sato.id, kato.id], STARTS, seats, clock());
const visitor = house.as();
const dara = { name: 'Dara', email: 'Dara@Example.org', adults: '1', childAges: '4, 7' };
const register = (id: string) => `/events/${id}/registration`;

/** What went out to an address, in order. */
async function mailsTo(email: string): Promise<{ readonly subject: string; readonly text: string }[]> {
  const moves = await db.selectFrom('events.seat_moves').select('id').orderBy('id').execute();
  const log = {} as never;
  for (const { id } of moves) await tellTask(EVENTS).run({ moveId: Number(id) }, { db, clock, log });
  const { rows } = await sql<{ payload: { to: string; subject: string; text: string } }>`
    select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'send-mail' order by j.id`.execute(db);
  return rows.map(({ payload }) => payload).filter(({ to }) => to === email);
}
const linkIn = (text = '') => /\/events\/registrations\/\S+/.exec(text)?.[0] ?? '';

describe('a family without an account', () => {
  test('registers by a form and the link of a mail, and has its seats and the address then', async () => {
    const id = await event();
    const page = await visitor.get(`/events/${id}`);
    expect(page.text).toContain('3 seats are free');
    expect(page.text).not.toContain('南池袋');
    const sent = await visitor.post(register(id), dara);
    expect(sent.location).toBe(`${register(id)}/sent`);
    const [asked] = await mailsTo('dara@example.org');
    const own = linkIn(asked?.text);
    const before = await visitor.get(own);
    expect(before.text).toContain('Yes, register us');
    expect(before.text).not.toContain('南池袋');
    // Following the link alone, as scanners of mail do, registers nobody.
    expect(await listRegistrations(db, id, ['seated'])).toEqual([]);
    await visitor.post(`${own}/proof`);
    const seated = await visitor.get(own);
    expect(seated.text).toContain('You have your seats');
    expect(seated.text).toContain('東京都豊島区南池袋1-1-1');
    expect(seated.text).toContain('One adult, 2 children (ages: 7, 4)');
    const [, confirmed] = await mailsTo('dara@example.org');
    expect(confirmed?.text).toContain('東京都豊島区南池袋1-1-1');
    const calendar = await visitor.get(`${own}/calendar.ics`);
    expect(calendar.html).toContain('SUMMARY:Exchange meeting');
    expect(calendar.html).not.toContain('南池袋');
  });

  test('who leaves both name and address empty is told of both at once', async () => {
    const answer = await visitor.post(register(await event()), { ...dara, name: '', email: '' });
    expect(Object.keys(answer.refusals).toSorted()).toEqual(['email', 'name']);
  });

  test('who writes of danger reads the numbers that help before anything else', async () => {
    const id = await event();
    const said = { ...dara, email: 'mina@example.org', question: 'My husband hits me' };
    const sent = await visitor.post(register(id), said);
    expect((await visitor.get(sent.location ?? '')).html).toContain('href="tel:110"');
    const own = linkIn((await mailsTo('mina@example.org'))[0]?.text);
    const { html } = await visitor.get(own);
    expect(html).toMatch(/data-danger.*tel:0120279889.*<h1/s);
    await visitor.post(register(id), { ...dara, email: 'leo@example.org', question: 'Is there a lift?' });
    const calm = await visitor.get(linkIn((await mailsTo('leo@example.org'))[0]?.text));
    expect(calm.html).not.toContain('data-danger');
  });

  test('learns nothing of whether an address has registered: whoever owns it does, by mail', async () => {
    const id = await event();
    await visitor.post(register(id), dara);
    await visitor.post(`${linkIn((await mailsTo('dara@example.org')).at(-1)?.text)}/proof`);
    const first = await visitor.get(`${register(id)}/sent`);
    const again = await visitor.post(register(id), dara);
    expect(again).toMatchObject({ location: `${register(id)}/sent`, flash: null });
    expect((await visitor.get(`${register(id)}/sent`)).text).toBe(first.text);
    expect((await mailsTo('dara@example.org')).at(-1)?.subject).toMatch(/registered already/);
    expect(await listRegistrations(db, id, ['seated', 'waiting'])).toHaveLength(1);
  });

  test('keeps what it typed where something is to be mended', async () => {
    const id = await event();
    const answer = await visitor.post(register(id), {
      ...dara,
      email: 'nowhere',
      childAges: 'four',
      adults: '0',
    });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.refusals)).toEqual(['email', 'childAges']);
    expect(answer.html).toContain('value="Dara"');
    const nobody = await visitor.post(register(id), { ...dara, childAges: '', adults: '0' });
    expect(nobody.refusals).toEqual({ adults: 'One to 10 people can come together.' });
    for (const name of ['Dara\nof evil', 'Win at evil.com'])
      expect(Object.keys((await visitor.post(register(id), { ...dara, name })).refusals)).toEqual(['name']);
  });
});

describe('whoever is signed in', () => {
  test('has seats at once, once', async () => {
    const id = await event();
    const reader = house.as(actorOf(sato, ['coordinator']));
    const done = await reader.post(register(id), { adults: '2', childAges: '', interpretation: '' });
    expect((await reader.get(done.location ?? '')).text).toContain('You have your seats');
    const again = await reader.post(register(id), { adults: '3', childAges: '', interpretation: '' });
    expect(again.flash).toBe('You had registered already. This is how it stands.');
    const [only, ...more] = await listRegistrations(db, id, ['seated']);
    expect([only?.party.length, more]).toEqual([2, []]);
  });
});

describe('an address that somebody else may have written', () => {
  const post = (id: string, email: string) => visitor.post(register(id), { ...dara, email });
  const mails = async (email: string) => (await mailsTo(email)).length;

  test('gets one mail a day for an event, however often it is sent', async () => {
    const id = await event();
    for (let press = 0; press < 5; press++)
      expect((await post(id, 'flood@example.org')).location).toBe(`${register(id)}/sent`);
    expect(await mails('flood@example.org')).toBe(1);
    clock.advance({ hours: 25 });
    await post(id, 'flood@example.org');
    expect(await mails('flood@example.org')).toBe(2);
  });

  test('gets six a day over all events, with whatever tags it is written', async () => {
    const answers = [];
    for (let at = 0; at < 7; at++) answers.push(await post(await event(), `tags+${at}@example.org`));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303, 303, 422]);
    expect(Object.keys(answers[6]?.refusals ?? {})).toEqual(['email']);
    expect(await mails('tags+6@example.org')).toBe(0);
  });
});

test('weeks after the event its links show and do nothing any more', async () => {
  const id = await event();
  await post(id);
  const own = linkIn((await mailsTo('weeks@example.org'))[0]?.text);
  const link = { get: () => visitor.get(own), press: () => visitor.post(`${own}/proof`) };
  expect((await link.press()).status).toBe(303);
  await db
    .updateTable('events.events')
    .set({
      starts_at: clock().subtract({ hours: 24 * 29 }),
      ends_at: clock().subtract({ hours: 24 * 28 + 1 }),
    })
    .set({ registration_closes_at: clock().subtract({ hours: 24 * 29 }) })
    .where('id', '=', id)
    .execute();
  const over = await link.get();
  expect([over.status, (await link.press()).status]).toEqual([410, 410]);
  expect(over.text).not.toContain('Dara');
  expect((await visitor.get(`${own}/calendar.ics`)).status).toBe(410);

  function post(of: string) {
    return visitor.post(register(of), { ...dara, email: 'weeks@example.org' });
  }
});

test('while an event is postponed, whoever has registered can give it up, and nothing is over', async () => {
  const id = await event();
  await visitor.post(register(id), { ...dara, email: 'put-off@example.org' });
  const own = linkIn((await mailsTo('put-off@example.org'))[0]?.text);
  await visitor.post(`${own}/proof`);
  const on = { eventId: id, as: 'coordinator', byPersonId: sato.id, now: clock() } as const;
  await inTransaction(db, (tx) => postponeEvent(tx, on));
  const page = await visitor.get(own);
  expect(page.text).toContain('You keep your registration');
  expect(page.text).not.toContain('Change who comes');
  expect((await visitor.post(`${own}/cancellation`)).flash).toBe('Canceled. Thank you for telling us.');
});

test('the file of one’s data names the event, how it stands, and what was said there', async () => {
  const id = await event();
  const reader = house.as(actorOf(kato, ['coordinator']));
  await reader.post(register(id), { adults: '1', childAges: '4', interpretation: '', needs: 'A quiet seat' });
  const data = await registrationsOf(db, { id: kato.id, locale: 'en' });
  expect(data['event_registrations']).toEqual([
    {
      ...{ event: 'Exchange meeting', starts_at: STARTS, stands: 'You have seats', pressed_at: null },
      ...{ name: 'Kato', email: 'kato@example.org', who_comes: 'One adult, one child (ages: 4)' },
    },
  ]);
  expect(data['event_needs']).toMatchObject([{ event: 'Exchange meeting', needs: 'A quiet seat' }]);
});

test('a link that was made up leads nowhere, and presses nothing', async () => {
  expect((await visitor.get('/events/registrations/none')).status).toBe(404);
  expect((await visitor.post('/events/registrations/none/proof')).status).toBe(404);
});
