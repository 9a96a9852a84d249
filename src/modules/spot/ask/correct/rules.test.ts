import { describe, expect, test } from 'vitest';
import {
  MONDAY_TEN,
  samplePlace,
  sampleRequest,
  TUESDAY_NINE,
} from '../../../../../test/support/spot-samples.ts';
import { DEFAULT_SETTINGS } from '../../settings.ts';
import { REQUEST_STATES, type RequestState } from '../../transitions.ts';
import { type Corrected, changesOf, isElsewhere, mayCorrect, refuseCorrection } from './rules.ts';

const asking = { now: TUESDAY_NINE, settings: DEFAULT_SETTINGS, isByCoordinator: true };
const changes = (to: Corrected, state: RequestState = 'open') =>
  changesOf(sampleRequest({ state }), to, TUESDAY_NINE);
const fields = (to: Corrected) => {
  const outcome = changes(to);
  return outcome.ok ? outcome.value.map(({ field }) => field) : outcome.refusal.code;
};
const { exactAddress: _, ...place } = samplePlace();

describe('what can be put right', () => {
  test('is everything until somebody says yes, a little until they meet, then nothing', () => {
    const all = REQUEST_STATES.filter((state) => mayCorrect(state).all);
    const any = REQUEST_STATES.filter((state) => mayCorrect(state).any);
    expect(all.toSorted()).toEqual(['asked_back', 'open', 'submitted', 'unfilled']);
    expect(any.toSorted()).toEqual([...all, 'accepted', 'confirmed'].toSorted());
  });

  test('is refused with why: it has moved on, nothing differs, or somebody has agreed on it', () => {
    expect(changes({ category: 'medical' }, 'closed')).toMatchObject({
      refusal: { code: 'request_has_moved_on' },
    });
    expect(fields({ category: 'admin', durationMinutes: 120, place })).toBe('nothing_was_changed');
    for (const to of [
      { possibleTimes: [MONDAY_TEN.add({ hours: 1 })] },
      { place: { ...place, town: '吾妻橋二丁目' } },
      { talk: { talkLanguages: ['en'], isEasyJapaneseOk: false } },
    ] as Corrected[])
      expect(changes(to, 'confirmed')).toMatchObject({ refusal: { code: 'let_volunteer_go_first' } });
    expect(changes({ category: 'medical' }, 'confirmed').ok).toBe(true);
  });

  test('is what differs, in whatever order it is said', () => {
    expect(fields({ category: 'medical', durationMinutes: 60 })).toEqual(['category', 'duration_minutes']);
    expect(fields({ talk: { talkLanguages: ['en', 'ne'], isEasyJapaneseOk: false } })).toBe(
      'nothing_was_changed',
    );
    expect(fields({ talk: { talkLanguages: ['en', 'ne'], isEasyJapaneseOk: true } })).toEqual([
      'talk_languages',
    ]);
  });
});

test('the exact address goes with its place, and stays with another name of it', () => {
  const change = (to: Partial<typeof place>) => {
    const outcome = changes({ place: { ...place, ...to } });
    return outcome.ok && outcome.value[0] && isElsewhere(outcome.value[0]);
  };
  expect([
    change({ placeName: 'Sumida City Office' }),
    change({ town: '吾妻橋二丁目' }),
    change({ kind: 'phone' }),
  ]).toEqual([false, true, true]);
});

test('what changes is asked like a new request, what stays is not', () => {
  const refusals = (to: Corrected) => {
    const outcome = changes(to);
    const found = outcome.ok ? outcome.value : [];
    return refuseCorrection(sampleRequest({ state: 'open' }), to, { changes: found, asking }).map(
      ({ field }) => field,
    );
  };
  expect(refusals({ talk: { talkLanguages: [], isEasyJapaneseOk: false } })).toEqual(['talkLanguages']);
  expect(refusals({ place: { ...place, placeName: 'x'.repeat(1000) } })).toEqual(['placeName']);
  expect(refusals({ category: 'medical' })).toEqual([]);
  expect(refusals({ durationMinutes: 100_000 })).not.toEqual([]);
});
