import { describe, expect, test } from 'vitest';
import { interviewStanding, mayAccept, mayChooseTime, mayMove, mayRecord } from './rules.ts';
import type { Interview, InterviewOutcome } from './types.ts';

const at = (text: string) => Temporal.Instant.from(`${text}+09:00`);
const startsAt = at('2026-12-08T13:00:00');
const talk = (outcome: InterviewOutcome | null) => ({ startsAt, outcome }) as Interview;
const standing = (outcome: InterviewOutcome | null) =>
  interviewStanding({ state: 'submitted' }, [talk(outcome)]);
const none = interviewStanding({ state: 'submitted' }, []);
const decided = interviewStanding({ state: 'accepted' }, [talk('fits')]);
const before = at('2026-12-01T09:00:00');

test('the newest interview says where an application stands', () => {
  expect(none.is).toBe('missing');
  expect(standing(null).is).toBe('ahead');
  expect(interviewStanding({ state: 'submitted' }, [talk('fits'), talk('again')]).is).toBe('fits');
  expect(decided.is).toBe('decided');
});

test('it can be moved until five in the evening of the day before', () => {
  expect(mayMove({ startsAt }, at('2026-12-07T17:00:00'))).toBe(true);
  expect(mayMove({ startsAt }, at('2026-12-07T17:00:01'))).toBe(false);
});

describe('a time can be chosen', () => {
  test.each([
    ['before any', none],
    ['in the place of one ahead', standing(null)],
    ['once more', standing('again')],
    ['after it was missed', standing('missed')],
  ] as const)('%s', (_when, one) => {
    expect(mayChooseTime(one, before).ok).toBe(true);
  });
  test.each([
    ['fits', standing('fits')],
    ['does not fit', standing('does_not_fit')],
    ['is decided', decided],
  ] as const)('no more once it %s', (_when, one) => {
    expect(mayChooseTime(one, before)).toMatchObject({ refusal: { code: 'no_interview_is_waited_for' } });
  });
  test('not in the place of one that is too near', () => {
    expect(mayChooseTime(standing(null), at('2026-12-08T09:00:00'))).toMatchObject({
      refusal: { code: 'interview_is_too_near' },
    });
  });
});

describe('an outcome can be written down', () => {
  test('of a talk without a set time, and of one that has begun', () => {
    expect(mayRecord(none, before)).toEqual({ ok: true, value: null });
    expect(mayRecord(standing(null), startsAt)).toMatchObject({ ok: true, value: { startsAt } });
  });
  test('not before it begins, nor once the application is decided', () => {
    expect(mayRecord(standing(null), before)).toMatchObject({ refusal: { code: 'interview_has_not_begun' } });
    expect(mayRecord(decided, startsAt)).toMatchObject({ refusal: { code: 'application_has_moved_on' } });
  });
});

test('only an interview that fits lets somebody be accepted', () => {
  expect(mayAccept(standing('fits')).ok).toBe(true);
  for (const one of [none, standing(null), standing('again'), standing('missed'), standing('does_not_fit')])
    expect(mayAccept(one)).toMatchObject({ refusal: { code: 'interview_has_to_fit_first' } });
});
