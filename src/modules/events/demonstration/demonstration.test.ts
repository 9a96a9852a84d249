import { expect, test } from 'vitest';
import { worldDatabase } from '../../../../test/support/demonstration.ts';
import { listBareKanji } from '../../../japanese/furigana.ts';
import { listToCome } from '../store/events.ts';
import { listRegistrations } from '../store/registrations.ts';
import { listSeats } from '../store/seats.ts';
import type { EventKind } from '../types.ts';
import { PLANS } from './plans.ts';

const { db, now, personToBe } = await worldDatabase();

const eventOf = async (kind: EventKind) =>
  (await listToCome(db, now, 100)).find((event) => event.kind === kind) ?? expect.fail(`no ${kind}`);

test('events of every fate are there, and only those to come are listed', async () => {
  const states = await db
    .selectFrom('events.events')
    .select(['kind', 'state'])
    .orderBy('kind')
    .orderBy('state')
    .execute();
  expect(states).toMatchObject([
    { kind: 'exchange_meeting', state: 'draft' },
    { kind: 'exchange_meeting', state: 'published' },
    { kind: 'exchange_meeting', state: 'published' },
    { kind: 'lecture', state: 'in_review' },
    { kind: 'lecture', state: 'published' },
    { kind: 'information_session', state: 'published' },
    { kind: 'training', state: 'cancelled' },
    { kind: 'sharing_meeting', state: 'over' },
    { kind: 'outing', state: 'postponed' },
  ]);
});

test('the lecture is full: Thao has the one offer, and Lin is the first who waits behind her', async () => {
  const { id } = await eventOf('lecture');
  const seats = (await listSeats(db, id)).find(({ kind }) => kind === 'anybody');
  expect(seats).toMatchObject({ capacity: 24, taken: 24 });
  const [offer, ...others] = await listRegistrations(db, id, ['offered']);
  expect([offer?.personId, others]).toEqual([personToBe('thao').id, []]);
  expect(offer?.offeredUntil && Temporal.Instant.compare(offer.offeredUntil, now)).toBe(1);
  const waiting = await listRegistrations(db, id, ['waiting']);
  expect(waiting).toHaveLength(3);
  expect(waiting.map(({ personId }) => personId)).toContain(personToBe('lin').id);
});

test('Sita has seats at the exchange meeting with her daughter', async () => {
  const { id } = await eventOf('exchange_meeting');
  const seated = await listRegistrations(db, id, ['seated']);
  const hers = seated.find(({ personId }) => personId === personToBe('sita').id);
  expect(hers?.party.map(({ age }) => age)).toEqual([null, null, 0]);
});

test('every kanji of their words in Easy Japanese has its reading', () => {
  for (const { told } of PLANS)
    expect(Object.values(told.texts['ja-easy'] ?? {}).flatMap(listBareKanji)).toEqual([]);
});
