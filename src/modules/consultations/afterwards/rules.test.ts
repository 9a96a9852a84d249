import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, ASKED_AFTER, dueOn, mayGive, openQuestion } from './rules.ts';

const day = Temporal.PlainDate.from;
const asked = (given: string, ...answers: (Answer | null)[]) =>
  ASKED_AFTER.map((months, i) => ({ months, dueOn: dueOn(day(given), months), answer: answers[i] ?? null }));

test.each([
  ['2026-11-24', 1, '2026-12-24'],
  ['2026-11-24', 3, '2027-02-24'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2027-01-31', 1, '2027-02-28'],
] as const)('of advice of %s it is asked after %i months: on %s', (given, months, due) => {
  expect(dueOn(day(given), months).toString()).toBe(due);
});

describe('the question that is open', () => {
  test.each([
    ['none the day before', '2026-12-23', [], null],
    ['the first on its day', '2026-12-24', [], 1],
    ['none once it is answered', '2026-12-30', ['yes'], null],
    ['the last, though the first was never answered', '2027-02-24', [], 3],
    ['none once both are answered', '2027-02-25', ['no', 'yes'], null],
    ['none where nobody has answered for long', '2027-05-30', [], null],
  ] as const)('is %s', (_, today, answers, months) => {
    expect(openQuestion(asked('2026-11-24', ...answers), day(today))?.months ?? null).toBe(months);
  });

  test('never asks before its day, and never again what is answered', () => {
    const days = fc.integer({ min: 0, max: 400 }).map((add) => day('2026-11-24').add({ days: add }));
    const answer = fc.constantFrom<Answer | null>('yes', 'partly', 'no', null);
    fc.assert(
      fc.property(days, answer, answer, (today, first, last) => {
        const open = openQuestion(asked('2026-11-24', first, last), today);
        if (open)
          expect([Temporal.PlainDate.compare(open.dueOn, today) <= 0, open.answer]).toEqual([true, null]);
      }),
    );
  });
});

test('what no expert has read does not go out', () => {
  const readAt = Temporal.Instant.from('2026-11-24T01:00:00Z');
  expect(mayGive(null)).toMatchObject({ refusal: { code: 'advice_is_not_there' } });
  expect(mayGive({ readAt: null })).toMatchObject({ refusal: { code: 'advice_is_not_read' } });
  expect(mayGive({ readAt }).ok).toBe(true);
});
