import { describe, expect, test } from 'vitest';
import { hoursSetting } from '../../../kits/slots/index.ts';
import { answerBy, dangersIn } from './rules.ts';

const hours = hoursSetting.value;
/** In Tokyo; the organization closes at 18:00, on Sundays and holidays. */
const at = (time: string) => Temporal.Instant.from(`${time}+09:00`);
const say = (instant: Temporal.Instant) =>
  instant.toZonedDateTimeISO('Asia/Tokyo').toPlainDateTime().toString();

describe('when somebody answers at the latest', () => {
  test.each([
    ['today, on a morning: before we close', 'today', '2026-11-24T09:00', '2026-11-24T18:00:00'],
    ['today, an hour before we close: tomorrow', 'today', '2026-11-24T17:00', '2026-11-25T18:00:00'],
    ['today, on a Sunday: on the day after the holiday', 'today', '2026-11-22T09:00', '2026-11-24T18:00:00'],
    ['this week: on the second open day', 'this_week', '2026-11-24T09:00', '2026-11-26T18:00:00'],
    ['it can wait: on the fifth', 'can_wait', '2026-11-24T09:00', '2026-11-30T18:00:00'],
    ['over New Year: on the first open day', 'today', '2026-12-28T17:30', '2027-01-04T18:00:00'],
  ] as const)('%s', (_, urgency, now, expected) => {
    expect(say(answerBy({ urgency, inDanger: false }, at(now), hours))).toBe(expected);
  });

  test('whoever may be in danger is answered as soon as what can’t wait', () => {
    const now = at('2026-11-24T09:00');
    expect(answerBy({ urgency: 'can_wait', inDanger: true }, now, hours)).toEqual(
      answerBy({ urgency: 'today', inDanger: false }, now, hours),
    );
  });
});

describe('danger', () => {
  test('is found in what was ticked, and in what was written in any of our languages', () => {
    expect(dangersIn('A question about my visa.', [])).toEqual([]);
    expect(dangersIn('A question about my visa.', ['child_in_danger'])).toEqual(['child']);
    expect(dangersIn('夫に殴られました。', [])).toEqual(['violence']);
    expect(dangersIn('My husband hits me.', ['somebody_hurts_me', 'want_to_die'])).toEqual([
      'violence',
      'suicide',
    ]);
  });
});
