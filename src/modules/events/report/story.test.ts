import { expect, test } from 'vitest';
import { ask, press, signIn } from '../../../../test/support/caller.ts';
import { publishedEvent, registered, sure } from '../../../../test/support/events.ts';
import { openProduct } from '../../../../test/support/product.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { followClock } from '../event/commands.ts';
import { findEvent } from '../store/events.ts';
import { reportEvent } from './report.ts';

const product = await openProduct();
const { database, ids, clock } = product;
const { db } = database;
const sold = clock();
const STARTS = sold.add({ hours: 48 });
clock.advance({ hours: 60 });
const coordinator = await signIn(product, ids.coordinator);

/** An event that is over: Sita had seats, and the report says this of it. */
async function held(learned: string | null): Promise<string> {
  const seats = [{ kind: 'anybody', language: '', capacity: 9 }] as const;
  const id = await publishedEvent(db, [ids.coordinator, ids.administrator], STARTS, seats, sold);
  await registered(db, id, {
    email: `Sita Rai ${id}@example.org`.toLowerCase().replaceAll(' ', '.'),
    personId: ids.sita,
    now: sold,
  });
  for (const now of [STARTS, STARTS.add({ hours: 3 })])
    await inTransaction(db, (tx) => followClock(tx, id, now));
  if (learned === null) return id;
  const on = { eventId: id, as: 'coordinator', byPersonId: ids.coordinator, now: clock() } as const;
  sure(await inTransaction(db, (tx) => reportEvent(tx, { ...on, learned: learned || null })));
  return id;
}
const begin = (id: string) => press(product, coordinator, `/en/desk/events/${id}/report/story`, {});
const read = async (path: string) => (await ask(product, coordinator, path)).text();
const nameOf = async (id: string) =>
  (await db.selectFrom('people.persons').select('name').where('id', '=', id).executeTakeFirstOrThrow()).name;

test('a report becomes a draft with its title, day and words, but for sentences that name somebody or count few', async () => {
  const name = await nameOf(ids.sita);
  const id = await held(
    `Rain fell all day. ${name} sang for us. Only 2 families left early.\n\nMore tea next time.`,
  );
  expect(await read(`/en/desk/events/${id}/report`)).toContain(`/desk/events/${id}/report/story`);
  const sent = await begin(id);
  const at = sent.headers.get('location') ?? '';
  expect(at).toMatch(/^\/en\/desk\/stories\/[0-9a-f-]{36}$/);
  const story = await read(at);
  for (const said of ['Exchange meeting', 'Rain fell all day.', 'More tea next time.', 'Nov 26, 2026'])
    expect(story).toContain(said);
  expect(story).not.toContain('sang for us');
  expect(story).not.toContain('2 families');
  expect(story).not.toContain(name);
  expect(story).toContain(`/en/desk/events/${id}/report"`);
  const report = await read(`/en/desk/events/${id}/report`);
  expect(report).toContain(at);
  expect(report).not.toContain(`/report/story"`);
  expect((await begin(id)).status).toBe(422);
});

test('once the story was taken back, another can begin', async () => {
  const id = await held('We cooked together.');
  const at = (await begin(id)).headers.get('location') ?? '';
  await db
    .updateTable('stories.stories')
    .set({ state: 'recalled', ended_at: clock() })
    .where('id', '=', at.split('/').at(-1) ?? '')
    .execute();
  expect((await begin(id)).status).toBe(303);
});

test.each([
  ['is not closed', null, null],
  ['says nothing in words', '', 'Nothing was written in the report'],
])('no story begins from a report that %s', async (_, learned, why) => {
  const id = await held(learned);
  expect((await begin(id)).status).toBe(422);
  expect((await findEvent(db, id))?.state).toBe(learned === null ? 'over' : 'reported');
  const page = await read(`/en/desk/events/${id}/report`);
  if (why) expect(page).toContain(why);
});

test('after a year no story begins: nobody knows whom its sentences name', async () => {
  const id = await held('We cooked together.');
  const long = STARTS.subtract({ hours: 24 * 370 });
  await db
    .updateTable('events.events')
    .set({ starts_at: long, ends_at: long.add({ hours: 3 }), registration_closes_at: long })
    .where('id', '=', id)
    .execute();
  expect((await begin(id)).status).toBe(422);
  expect(await read(`/en/desk/events/${id}/report`)).toContain('After a year');
});

test('only coordinators begin one', async () => {
  const id = await held('We cooked together.');
  const sita = await signIn(product, ids.sita);
  expect((await press(product, sita, `/en/desk/events/${id}/report/story`, {})).status).toBe(403);
});
