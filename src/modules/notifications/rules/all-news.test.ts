import { describe, expect, test } from 'vitest';
import { allNews } from '../../../../test/support/notifications.ts';
import { LOCALES } from '../../../platform/languages/locales.ts';
import { DESK, type NewsKind } from '../../../platform/news.ts';
import { doersOf, gatherNews } from './all-news.ts';

const { kinds } = allNews;

test.each([
  [{ byPersonId: 'a', requesterId: 'b' }, ['a']],
  [{ authorId: 'a', threadId: 't' }, ['a']],
  [{ concernId: 'c', aboutPersonId: 'a', byPersonId: 'b' }, ['b', 'a']],
  [{ requestId: 'r' }, []],
])('of %j, %j are never told', (ids, doers) => {
  expect(doersOf(ids as Record<string, string>)).toEqual(doers);
});

describe('every kind', () => {
  test.each(LOCALES)('has one sentence of its own in %s', (locale) => {
    const sentences = kinds.map(({ sentence }) => sentence.plain(locale));
    expect(new Set(sentences).size).toBe(kinds.length);
    expect(sentences.filter((sentence) => sentence.includes('{'))).toEqual([]);
  });

  test('comes from some event', () => {
    expect(kinds.filter(({ events }) => events.length === 0)).toEqual([]);
  });

  test('leads to a page', () => {
    const ids = { requestId: 'r1', threadId: 't1', personId: 'p1', concernId: 'c1' };
    const pages = kinds.map((kind) => kind.path(kind.object(ids) ?? ''));
    expect(pages.filter((path) => !/^\/[a-z-]+(\/[a-z]+)*(\/[rtpc]1(\/conversation)?)?$/.test(path))).toEqual(
      [],
    );
  });
});

describe('what modules have to tell', () => {
  test('is told under one name each, in groups of one name each', () => {
    const twins = (other: Partial<NewsKind>) =>
      gatherNews([...kinds, ...kinds.slice(0, 1).map((kind) => ({ ...kind, ...other }))]);
    expect(() => twins({})).toThrow('Two modules');
    expect(() => twins({ kind: 'other', group: { ...DESK } })).toThrow('desk');
    expect(twins({ kind: 'other' }).kinds).toHaveLength(kinds.length + 1);
  });

  test('is the same for both where one says so', () => {
    const same = (kind: string) => [...(allNews.named(kind)?.sameAs ?? [])].sort();
    expect(same('message_received')).toEqual(['message_received', 'request_asked_back']);
    expect(same('request_asked_back')).toEqual(['message_received']);
    expect(same('desk_message')).toEqual(['desk_answered', 'desk_message']);
    expect(same('desk_answered')).toEqual(['desk_message']);
  });

  test('is read on the page to which it leads, and on no other', () => {
    const [one, other] = [crypto.randomUUID(), crypto.randomUUID()];
    const read = (path: string, id: string | null) => allNews.leadingTo(path, id).map(({ kind }) => kind);
    for (const { kind, path } of kinds) {
      expect(read(path(one), path(one).includes(one) ? one : null)).toContain(kind);
      expect(read(`${path(one)}/more`, one)).toEqual([]);
    }
    expect(read(`/spot/offers/${one}`, one)).toContain('offer_asked');
    expect([read(`/spot/offers/${one}`, other), read('/spot/offers', null)].flat()).not.toContain(
      'offer_asked',
    );
  });
});
