import { expect, test } from 'vitest';
import type { Consent, Story, StoryPicture } from '../../types.ts';
import { mayPublish, mayUse, type Publishing } from './publishing.ts';

const at = (day: string) => Temporal.Instant.from(`2026-${day}T10:00:00+09:00`);
const story = { source: 'en', agreedAt: at('11-01') } as Story;
const consent = {
  ...{ state: 'agreed', inText: true, uses: ['site'], askedBy: 'kato', untilAt: at('12-31') },
} as unknown as Consent;
const picture = { alt: { en: 'Two people at a river.' } } as StoryPicture;
const good: Publishing = {
  ...{ story, picture, consents: [consent], publisherId: 'sato', now: at('11-15') },
};
const code = (change: Partial<Publishing>) => {
  const outcome = mayPublish({ ...good, ...change });
  return outcome.ok ? 'yes' : outcome.refusal.code;
};
const and = (more: Partial<Consent>) => ({ consents: [consent, { ...consent, ...more }] });

test.each([
  ['as it should be', {}, 'yes'],
  ['a day early', { now: at('11-14') }, 'days_to_think'],
  ['while one has not answered', and({ state: 'asked' }), 'not_all_have_agreed'],
  ['while one has been added', and({ state: 'named' }), 'not_all_have_agreed'],
  ['one who said no is not in it any more', and({ state: 'declined' }), 'yes'],
  ['nobody is in it any more', { consents: [{ ...consent, state: 'recalled' }] }, 'not_all_have_agreed'],
  ['for the press alone', and({ uses: ['press'] }), 'not_for_the_site'],
  ['until yesterday', and({ untilAt: at('11-14') }), 'consent_has_run_out'],
  ['by whoever has asked', { publisherId: 'kato' }, 'somebody_else_publishes'],
  ['with a picture that says nothing', { picture: { ...picture, alt: {} } }, 'say_what_is_to_be_seen'],
  ['without a picture', { picture: null }, 'yes'],
] as const)('published %s: %s', (_, change, says) => {
  expect(code(change as Partial<Publishing>)).toBe(says);
});

test('a place is used only where everybody in it has agreed to such places', () => {
  const both = [
    { state: 'agreed', uses: ['site', 'press'] },
    { state: 'agreed', uses: ['site'] },
  ] as const;
  expect([mayUse('site', both).ok, mayUse('press', both).ok, mayUse('press', [both[0]]).ok]).toEqual([
    true,
    false,
    true,
  ]);
  expect(mayUse('site', []).ok).toBe(false);
});
