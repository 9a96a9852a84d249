import { describe, expect, test } from 'vitest';
import { adult, child, EVENTS, eventFields, registered, sure } from '../../../../test/support/events.ts';
import { actorOf, type Fields, testHouse } from '../../../../test/support/house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { draftEvent, publishEvent, submitEvent } from '../event/commands.ts';
import { eventsModule } from '../module.ts';
import { findEvent, listLanguages } from '../store/events.ts';
import { findRegistration } from '../store/registrations.ts';
import { listSeats } from '../store/seats.ts';
import type { RegistrationState } from '../types.ts';

const house = await testHouse([eventsModule(EVENTS)]);
const { db, clock } = house;
const now = clock();
const act = <T>(work: Parameters<typeof inTransaction<T>>[1]) => inTransaction(db, work);
const coordinator = async (name: string) =>
  (await act((tx) => createPerson(tx, { name, weekly: [], now, roles: ['coordinator'] }))).id;
const [sato, kato] = [await coordinator('Sato'), await coordinator('Kato')];
const [asSato, asKato] = [sato, kato].map((id) => house.as(actorOf({ id }, ['coordinator']))) as [
  ReturnType<typeof house.as>,
  ReturnType<typeof house.as>,
];
const STARTS = Temporal.Instant.from('2026-12-20T13:00:00+09:00');

const typed: Fields = {
  ...{ kind: 'lecture', startsOn: '2026-12-20', startsAt: '13:00', endsAt: '15:30' },
  ...{ closesOn: '2026-12-18', responsibleId: kato, place: 'here', address: '東京都豊島区南池袋1-1-1 3階' },
  ...{ access: ['step_free', 'toilet'], anybody: '３０', child: '10' },
  interpretation: ['ne', '4', 'vi', ''],
  ...{ talk: ['ja', 'en'], talkAlso: 'uk', materials: ['en'] },
  ...{ audience: 'families', photoPolicy: 'no_photos', feeJpy: '500', suggestedGiftJpy: '1000' },
  ...{ 'title.ja': '講演会', 'text.ja': '話を聞きます。', 'area.ja': '豊島区、池袋駅の近く' },
  ...{ 'title.en': 'A lecture', 'text.en': 'We listen.', 'area.en': 'Toshima, near Ikebukuro' },
  'machineMade.en': 'on',
};
const idIn = (location: string | null) => location?.split('/').at(-1) ?? '';
const begin = async (fields: Fields = {}) =>
  idIn((await asSato.post('/desk/events/new', { ...typed, ...fields })).location);
const versionOf = async (id: string) => `${(await findEvent(db, id))?.version}`;
const stateOf = async (id: string) => (await findEvent(db, id))?.state;
/** What a form on the page of an event sends. */
const press = async (who: typeof asSato, id: string, form: string, fields: Fields = {}) =>
  who.post(`/desk/events/${id}/${form}`, { version: await versionOf(id), ...fields });
const write = async (id: string, changed: Fields, who = asSato) =>
  who.post(`/desk/events/${id}/words`, { ...typed, version: await versionOf(id), ...changed });

async function published(capacity = 2): Promise<string> {
  const seats = [{ kind: 'anybody', language: '', capacity }] as const;
  return act(async (tx) => {
    const eventId = await draftEvent(tx, eventFields(sato, STARTS, seats), { personId: sato, now });
    const on = { eventId, as: 'coordinator', now } as const;
    sure(await submitEvent(tx, { ...on, byPersonId: sato }));
    sure(await publishEvent(tx, { ...on, byPersonId: kato }));
    return eventId;
  });
}
let guest = 0;
const register = (id: string, party = [adult]) =>
  registered(db, id, { email: `guest${++guest}@example.org`, party, now: clock() });
const standsAs = async (id: string): Promise<RegistrationState | undefined> =>
  (await findRegistration(db, id))?.state;
const movesOf = async (registrationId: string) =>
  (
    await db
      .selectFrom('events.seat_moves')
      .select('act')
      .where('registration_id', '=', registrationId)
      .orderBy('id')
      .execute()
  ).map((move) => move.act);

describe('an event is written', () => {
  test('with its day, its seats, its languages and its words, and stands in its form as it was typed', async () => {
    const id = await begin();
    const event = await findEvent(db, id);
    expect(event).toMatchObject({
      ...{ state: 'draft', kind: 'lecture', responsibleId: kato, writtenBy: sato, feeJpy: 500 },
      ...{ startsAt: STARTS, endsAt: STARTS.add({ minutes: 150 }), access: ['step_free', 'toilet'] },
      registrationClosesAt: Temporal.Instant.from('2026-12-18T23:59:00+09:00'),
      machineMade: ['en'],
    });
    expect(Object.keys(event?.texts ?? {}).toSorted()).toEqual(['en', 'ja']);
    expect((await listSeats(db, id)).map((one) => [one.kind, one.language, one.capacity])).toEqual([
      ['anybody', '', 30],
      ['child', '', 10],
      ['interpretation', 'ne', 4],
    ]);
    expect((await listLanguages(db, [id])).get(id)?.map((one) => `${one.kind} ${one.language}`)).toEqual([
      'interpretation ne',
      'interpretation vi',
      'materials en',
      'talk en',
      'talk ja',
      'talk uk',
    ]);
    const { html } = await asSato.get(`/desk/events/${id}/words`);
    for (const value of ['value="2026-12-18"', 'value="13:00"', 'value="30"', 'A lecture', 'value="4"'])
      expect(html).toContain(value);
  });

  test.each([
    [{ endsAt: '12:00' }, 'endsAt'],
    [{ endsOn: '2026-12-30' }, 'endsOn'],
    [{ startsOn: '2026-02-30' }, 'startsOn'],
    [{ place: 'online', onlineUrl: '' }, 'onlineUrl'],
    [{ onlineUrl: 'http://example.org' }, 'onlineUrl'],
    [{ anybody: '-1' }, 'anybody'],
    [{ feeJpy: '100001' }, 'feeJpy'],
    [{ interpretation: ['', '3'] }, 'interpretation'],
    [{ interpretation: ['ne', '3', 'ne', '4'] }, 'interpretation'],
    [{ interpretation: ['ne', 'x'] }, 'interpretation'],
    [{ responsibleId: crypto.randomUUID() }, 'responsibleId'],
    [{ 'title.ja': '' }, 'title.ja'],
    [{ 'title.ja-easy': '講演' }, 'title.ja-easy'],
  ])('%j is refused beside its field', async (odd, field) => {
    const answer = await asSato.post('/desk/events/new', { ...typed, ...odd });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.refusals)).toEqual([field]);
  });

  test('once more for the next of a series: another day, the same words, a draft again', async () => {
    const id = await published();
    const { html } = await asKato.get(`/desk/events/${id}/copy/week`);
    expect(html).toContain('value="2026-12-27"');
    expect(html).toContain('Exchange meeting');
    expect(html).toContain(`name="copiedFrom" value="${id}"`);
    const next = await begin({ copiedFrom: id, startsOn: '2026-12-27' });
    expect(await findEvent(db, next)).toMatchObject({ copiedFrom: id, state: 'draft', submittedBy: null });
    expect((await asKato.get(`/desk/events/${id}/copy/year`)).status).toBe(404);
  });

  test('not over what somebody else has written meanwhile', async () => {
    const id = await begin();
    const seen = await versionOf(id);
    await write(id, { 'title.en': 'Hers' }, asKato);
    const answer = await asSato.post(`/desk/events/${id}/words`, {
      ...typed,
      version: seen,
      'title.en': 'Mine',
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Somebody has changed this event meanwhile');
    expect(answer.html).toContain('Mine');
    expect((await findEvent(db, id))?.texts.en?.title).toBe('Hers');
  });
});

describe('an event becomes public', () => {
  test('by somebody else than whoever asked for it', async () => {
    const id = await begin();
    expect((await press(asSato, id, 'submission')).flash).toContain('coordinators are told');
    const own = await asSato.get(`/desk/events/${id}`);
    expect(own.text).toContain('Somebody else than whoever submitted it publishes');
    expect((await press(asSato, id, 'publication')).status).toBe(422);
    expect(await stateOf(id)).toBe('in_review');
    expect((await press(asKato, id, 'return')).status).toBe(303);
    expect(await stateOf(id)).toBe('draft');
    await press(asSato, id, 'submission');
    expect((await press(asKato, id, 'publication')).status).toBe(303);
    expect((await house.as().get(`/events/${id}`)).text).toContain('A lecture');
  });

  test('not while a language that was begun says only a part', async () => {
    const id = await begin({ 'title.zh-Hans': '讲座' });
    expect((await asSato.get(`/desk/events/${id}`)).text).toContain('Each language needs its title');
    expect((await press(asSato, id, 'submission')).status).toBe(422);
    expect(await stateOf(id)).toBe('draft');
  });

  test('shown before in each of its languages, to those who plan it alone', async () => {
    const id = await begin();
    const { html, text } = await asKato.get(`/desk/events/${id}`);
    expect(html).toContain('id="preview-en"');
    expect(html).not.toContain('id="preview-zh-Hans"');
    expect(text).toContain('We listen.');
    expect(text).toContain('Not written yet');
    expect((await house.as().get(`/events/${id}`)).status).toBe(404);
    for (const role of ['resident', 'volunteer', 'treasurer', 'administrator'] as const) {
      const other = house.as(actorOf({ id: crypto.randomUUID() }, [role]));
      for (const page of ['', `/${id}`, '/new', `/${id}/words`, `/${id}/registrations`, `/${id}/list`])
        expect((await other.get(`/desk/events${page}`)).status).toBe(403);
      expect((await other.post(`/desk/events/${id}/submission`, { version: '1' })).status).toBe(403);
    }
  });

  test('and stays whole', async () => {
    const id = await published();
    const answer = await write(id, { 'text.en': '' });
    expect(Object.keys(answer.refusals)).toEqual(['text.en']);
  });
});

describe('what happens with an event that people come to', () => {
  test('fewer seats than are taken: said first, and nobody loses theirs', async () => {
    const id = await published(3);
    const [family, waits] = [await register(id, [adult, child(5)]), await register(id, [adult, adult])];
    const none = { child: '', interpretation: ['', ''] };
    const first = await write(id, { ...none, anybody: '1' });
    expect(first.status).toBe(422);
    expect(first.refusals['fewer']).toContain('2 are taken, you write 1. Nobody loses a seat');
    expect((await listSeats(db, id)).map(({ capacity }) => capacity)).toEqual([3]);
    expect((await write(id, { ...none, anybody: '1', fewer: 'on' })).status).toBe(303);
    expect((await listSeats(db, id)).map(({ capacity, taken }) => [capacity, taken])).toEqual([[1, 2]]);
    expect([await standsAs(family), await standsAs(waits)]).toEqual(['seated', 'waiting']);
    expect((await write(id, { ...none, anybody: '4' })).status).toBe(303);
    expect(await standsAs(waits)).toBe('offered');
  });

  test('closed, opened again, postponed, dated again, cancelled: each told as it was said before', async () => {
    const id = await published();
    const seated = await register(id);
    await press(asSato, id, 'closing');
    expect(await stateOf(id)).toBe('closed');
    await press(asSato, id, 'reopening');
    expect(await stateOf(id)).toBe('published');
    expect((await asSato.get(`/desk/events/${id}`)).text).toContain(
      '1 registration is told by email and keeps',
    );
    await press(asSato, id, 'postponement');
    expect((await asSato.get(`/desk/events/${id}`)).text).toContain('1 registration keeps its seats');
    const gone = { startsOn: '2026-11-01', startsAt: '10:00', endsAt: '12:00' };
    expect((await press(asSato, id, 'date', gone)).text).toContain('Choose a day that is still to come');
    const turned = { startsOn: '2027-01-10', startsAt: '12:00', endsAt: '10:00' };
    expect(Object.keys((await press(asSato, id, 'date', turned)).refusals)).toEqual(['endsAt']);
    await press(asSato, id, 'date', { startsOn: '2027-01-10', startsAt: '10:00', endsAt: '12:00' });
    expect(await findEvent(db, id)).toMatchObject({
      ...{ state: 'published', startsAt: Temporal.Instant.from('2027-01-10T10:00:00+09:00'), sequence: 2 },
    });
    expect((await asSato.get(`/desk/events/${id}`)).text).toContain(
      '1 registration is canceled and told by email',
    );
    await press(asSato, id, 'cancellation');
    expect([await stateOf(id), await standsAs(seated)]).toEqual(['cancelled', 'cancelled']);
    expect(await movesOf(seated)).toEqual(['seat', 'postpone', 'set_date', 'cancel']);
    expect((await press(asSato, id, 'postponement')).text).toContain('not possible as the event stands now');
  });

  test('acts are refused on a version that was changed since', async () => {
    const id = await published();
    const seen = await versionOf(id);
    await press(asKato, id, 'closing');
    const answer = await asSato.post(`/desk/events/${id}/cancellation`, { version: seen });
    expect(answer.text).toContain('Somebody has changed this event meanwhile');
    expect(await stateOf(id)).toBe('closed');
  });
});

test('the list parts what is to come, what waits, drafts and what has been, with their counts', async () => {
  const ids = { draft: await begin(), review: await begin(), open: await published() };
  await press(asSato, ids.review, 'submission');
  const over = await published();
  await press(asSato, over, 'cancellation');
  const shows = async (part: string) => (await asSato.get(`/desk/events${part}`)).html;
  const leadsTo = (html: string) =>
    Object.entries({ ...ids, over }).flatMap(([name, id]) =>
      html.includes(`/desk/events/${id}"`) ? name : [],
    );
  expect(leadsTo(await shows(''))).toEqual(['open']);
  expect(leadsTo(await shows('?show=review'))).toEqual(['review']);
  expect(leadsTo(await shows('?show=drafts'))).toEqual(['draft']);
  expect(leadsTo(await shows('?show=past'))).toEqual(['over']);
  const { count } = await db
    .selectFrom('events.events')
    .select((is) => is.fn.countAll<string>().as('count'))
    .where('state', '=', 'in_review')
    .executeTakeFirstOrThrow();
  expect((await asSato.get('/desk/events')).text).toContain(`Waiting for review ${count}`);
});
