import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../../platform/languages/locales.ts';
import { TRANSITIONS } from '../../spot/index.ts';
import { factsOf, isKind, KINDS, type Kind } from '../types.ts';
import { notificationMessages } from '../words.ts';
import { doersOf, TELLINGS } from './news.ts';
import { objectOf, pageOf } from './pages.ts';

describe('whom an event is told', () => {
  test.each(TRANSITIONS.map(({ event, tells }) => [event, tells] as const))(
    '%s is told to %j, as the transition table says',
    (event, tells) => {
      const whom = TELLINGS.get(event)?.map((telling) => telling.whom);
      expect(whom).toEqual(tells.filter((party) => party !== 'asked_volunteer'));
    },
  );

  test('volunteers who were asked hear by an event of their own', () => {
    expect(TELLINGS.get('spot.offer.closed')).toEqual([{ whom: 'asked_volunteer', kind: 'offer_closed' }]);
  });

  test('every kind comes from some event, or is a reminder', () => {
    const told = new Set([...TELLINGS.values()].flat().map(({ kind }) => kind));
    const reminders = Object.keys(KINDS).filter((kind) => isKind(kind) && !told.has(kind));
    expect(reminders).toEqual(['visit_is_tomorrow', 'own_visit_is_tomorrow']);
  });

  test.each([
    [{ byPersonId: 'a', requesterId: 'b' }, ['a']],
    [{ authorId: 'a', threadId: 't' }, ['a']],
    [{ concernId: 'c', aboutPersonId: 'a', byPersonId: 'b' }, ['b', 'a']],
    [{ requestId: 'r' }, []],
  ])('of %j, %j are never told', (ids, doers) => {
    expect(doersOf(ids as Record<string, string>)).toEqual(doers);
  });
});

describe('every kind', () => {
  const kinds = Object.keys(KINDS) as Kind[];
  test.each(LOCALES)('has one sentence of its own in %s', (locale) => {
    const words = notificationMessages.in(locale);
    const sentences = kinds.map((kind) => words.plain(`news_${kind}`));
    expect(new Set(sentences).size).toBe(kinds.length);
    expect(sentences.filter((sentence) => sentence.includes('{'))).toEqual([]);
  });

  test('leads to a page', () => {
    const ids = { requestId: 'r1', threadId: 't1', personId: 'p1', concernId: 'c1' };
    const pages = kinds.map((kind) => pageOf(factsOf(kind).about, objectOf(factsOf(kind).about, ids)));
    expect(pages.filter((path) => !/^\/[a-z-]+(\/[a-z]+)*(\/[rtpc]1(\/conversation)?)?$/.test(path))).toEqual(
      [],
    );
  });
});
