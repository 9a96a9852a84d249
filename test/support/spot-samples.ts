import type { RequestForm, RequestPlace } from '../../src/modules/spot/types.ts';

/** Tuesday 24 November 2026, 9:00 in Tokyo, an ordinary open day: the present of the samples. */
export const TUESDAY_NINE = Temporal.Instant.from('2026-11-24T09:00:00+09:00');

/** Monday 7 December 2026, 10:00 in Tokyo: when the sample request could be. */
export const MONDAY_TEN = Temporal.Instant.from('2026-12-07T10:00:00+09:00');

/** A town hall in Sumida. */
export function samplePlace(changes: Partial<RequestPlace> = {}): RequestPlace {
  return {
    kind: 'place',
    municipalityCode: '13107',
    town: '吾妻橋一丁目',
    placeName: '墨田区役所',
    exactAddress: '吾妻橋1-23-20',
    ...changes,
  };
}

/** Somebody from Nepal would like company at the ward office; a test changes what it is about. */
export function sampleForm(changes: Partial<RequestForm> = {}): RequestForm {
  return {
    category: 'admin',
    ownWords: 'I need help with a form at the ward office.',
    ownWordsLocale: 'en',
    japaneseWords: null,
    neededTasks: ['speak', 'write'],
    talkLanguages: ['ne', 'en'],
    isEasyJapaneseOk: false,
    place: samplePlace(),
    genderWish: null,
    goodToKnow: null,
    durationMinutes: 120,
    possibleTimes: [MONDAY_TEN],
    photoIds: [],
    ...changes,
  };
}
