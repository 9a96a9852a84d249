import { expect, test } from 'vitest';
import { mayAgree, mayLieAt, maySetIntroduction } from './rules.ts';

const at = (time: string) => Temporal.ZonedDateTime.from(`2026-12-${time}[Asia/Tokyo]`).toInstant();
const set = { startsAt: at('04T19:00'), endsAt: at('04T19:30'), calledOffAt: null };
const codeOf = (may: ReturnType<typeof mayAgree>) => (may.ok ? null : may.refusal.code);

test.each([
  ['volunteer', '03T17:00', null],
  ['resident', '03T17:01', 'introduction_is_too_near'],
  ['resident', '04T19:30', 'you_have_met_already'],
  ['coordinator', '04T19:30', null],
] as const)('a %s who sets another time on %s is refused with %s', (party, time, code) => {
  expect(codeOf(maySetIntroduction(set, party, at(time)))).toBe(code);
  expect(codeOf(maySetIntroduction(null, party, at(time)))).toBe(null);
});

test.each([
  ['2026-12-04T19:00', 'introduction_lies_ahead'],
  ['2026-12-04T19:01', null],
  ['2027-03-06T19:00', null],
  ['2027-03-06T19:01', 'introduction_is_too_far'],
  ['2062-12-05T19:00', 'introduction_is_too_far'],
])('a first meeting on %s is refused with %s', (time, code) => {
  const startsAt = Temporal.ZonedDateTime.from(`${time}[Asia/Tokyo]`).toInstant();
  expect(codeOf(mayLieAt(startsAt, set.startsAt))).toBe(code);
});

test('a yes is said once, after they have met', () => {
  const none = { volunteerYesAt: null, residentYesAt: null };
  const say = (introduction: typeof set | null, time: string, yes = {}) =>
    codeOf(mayAgree({ ...none, ...yes }, 'resident', { introduction, now: at(time) }));
  expect(say(null, '05T10:00')).toBe('you_have_not_met_yet');
  expect(say(set, '04T19:29')).toBe('you_have_not_met_yet');
  expect(say({ ...set, calledOffAt: at('04T10:00') as never }, '05T10:00')).toBe('you_have_not_met_yet');
  expect(say(set, '04T19:30', { volunteerYesAt: at('04T19:30') })).toBe(null);
  expect(say(set, '05T10:00', { residentYesAt: at('04T19:31') })).toBe('you_have_said_yes_already');
});
