import { expect, test } from 'vitest';
import { worldDatabase } from '../../../../test/support/demonstration.ts';
import { draw } from '../../../platform/languages/draw.ts';
import type { AheadReader } from '../../../platform/parts/ahead.ts';
import { listComingOf } from '../store/registrations-of.ts';
import { eventsAhead } from './ahead.tsx';
import { eventsPersonPart } from './person-part.tsx';

const { db, now, personToBe } = await worldDatabase();
const ahead = eventsAhead({ secret: 'a secret of the tests, long enough' });
const reader = (key: string, at = now): AheadReader => ({
  ...{ personId: personToBe(key).id, now: at, locale: 'en' },
  roles: new Set(),
});
const items = async (key: string, at?: Temporal.Instant) => (await ahead(db, reader(key, at))).items ?? [];

test('an offer waits for a yes, and it is said where it is read', async () => {
  const [item, ...more] = await items('thao');
  expect([item?.isYourTurn, more]).toEqual([true, []]);
  const html = draw(item?.card, 'en');
  expect(html).toMatch(/action="[^"]*\/events\/registrations\/[^"]+\/seats"/);
  expect(html).toMatch(/action="[^"]*\/events\/registrations\/[^"]+\/refusal"/);
});

test('seats and a place among those who wait lie ahead, and nothing is to be done', async () => {
  const [[seats], [waits]] = [await items('sita'), await items('lin')];
  for (const item of [seats, waits]) {
    expect(item?.isYourTurn).toBe(false);
    expect(draw(item?.card, 'en')).not.toContain('<form');
  }
  expect(draw(seats?.card, 'en')).toContain('You have your seats');
  expect(draw(waits?.card, 'en')).toContain('You are waiting');
  expect(await items('sita', now.add({ hours: 24 * 60 }))).toEqual([]);
});

test('a coordinator sees what somebody has registered for, and nothing of their own', async () => {
  const personId = personToBe('lin').id;
  const window = { after: null, limit: 1 };
  const of = (readerId: string) => eventsPersonPart.list(db, { personId, readerId }, window);
  const { rows, next } = await of(personToBe('kobayashi').id);
  expect([draw(rows, 'en').includes('Waits'), next]).toEqual([true, null]);
  expect((await of(personId)).rows).toEqual([]);
  const [{ registration } = expect.fail()] = await listComingOf(db, personId, now);
  expect(draw(rows, 'en')).toContain(`/desk/events/registrations/${registration.id}`);
});
