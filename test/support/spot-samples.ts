import type { RequestForm, RequestPlace, SupportRequest } from '../../src/modules/spot/types.ts';

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

/** The sample as a request that was sent, and is still new. */
export function sampleRequest(changes: Partial<SupportRequest> = {}): SupportRequest {
  const { japaneseWords: _, place, ...form } = sampleForm();
  const { exactAddress, ...where } = place;
  return {
    ...form,
    id: 'request',
    requesterId: 'resident',
    enteredBy: null,
    state: 'submitted',
    stateSince: TUESDAY_NINE,
    submittedAt: TUESDAY_NINE,
    endedAt: null,
    forgottenAt: null,
    version: 1,
    coordinatorId: null,
    japanese: null,
    place: { ...where, hasExactAddress: exactAddress !== null },
    redirectedTo: null,
    outcomeWords: null,
    wasCancelledLate: false,
    ...changes,
  };
}

/** A time in Tokyo, such as `2026-12-07T09:00`. */
export function tokyo(local: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Tokyo').toInstant();
}
