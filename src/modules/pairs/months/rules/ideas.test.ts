import { expect, test } from 'vitest';
import { LOCALES } from '../../../../platform/languages/locales.ts';
import { pairsMessages } from '../../words.ts';
import { IDEAS, ideasFor } from './ideas.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);

test.each(['2026-04-10', '2026-07-10', '2026-10-10', '2027-01-10'])(
  'a dozen ideas for %s, and none of another season',
  (on) => {
    expect(ideasFor(day(on), [], 99)).toHaveLength(12);
    expect(ideasFor(day(on), [])).toHaveLength(3);
  },
);

test('what both like comes first, and another month has others', () => {
  expect(ideasFor(day('2026-04-10'), ['tea'])[0]).toBe('idea_new_tea');
  expect(ideasFor(day('2026-12-10'), ['tea'])).not.toContain('idea_new_tea');
  expect(ideasFor(day('2026-04-10'), [])).not.toEqual(ideasFor(day('2026-05-10'), []));
  expect(ideasFor(day('2026-03-01'), [], 99)).toContain('idea_blossoms');
  expect(ideasFor(day('2027-02-28'), [], 99)).toContain('idea_cards');
});

test.each(LOCALES)('each is said in %s', (locale) => {
  for (const { key } of IDEAS) expect(pairsMessages.in(locale).plain(key).length).toBeGreaterThan(5);
});
