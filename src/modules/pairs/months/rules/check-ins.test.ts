import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOfPair } from '../../rules.ts';
import type { Month } from './calendar.ts';
import { checkInDue, disagree, isDrifting, type LastAsked, type Said, WORRIES } from './check-ins.ts';

const startedOn = Temporal.PlainDate.from('2026-08-31');
const pair = { startedOn, endsOn: endOfPair(startedOn), pausedOn: null };
const well: Said = { feeling: 5, contact: 3, wantsCoordinator: false, worries: [] };

const anySaid: fc.Arbitrary<Said> = fc.record({
  feeling: fc.integer({ min: 1, max: 5 }),
  contact: fc.integer({ min: 0, max: 3 }),
  wantsCoordinator: fc.boolean(),
  worries: fc.subarray([...WORRIES]),
});

/** In which months a side is asked, when every day is looked at and it answers so. */
function monthsAsked(answer: (month: Month) => Said | null): Month[] {
  const asked: Month[] = [];
  let last: LastAsked | null = null;
  for (
    let today = startedOn;
    Temporal.PlainDate.compare(today, pair.endsOn) <= 0;
    today = today.add({ days: 1 })
  ) {
    const month = checkInDue(pair, { today, last });
    if (month) {
      asked.push(month);
      last = { month, said: answer(month) };
    }
  }
  return asked;
}

describe('when a side is asked', () => {
  test('after the first and second month always, then every second while it is content', () => {
    expect(monthsAsked(() => well)).toEqual([1, 2, 4]);
  });

  test.each<[string, Said | null]>([
    ['is not content', { ...well, feeling: 3 }],
    ['has not answered', null],
    ['wants a coordinator', { ...well, wantsCoordinator: true }],
    ['has something that nobody has to bear', { ...well, worries: ['solicited'] }],
  ])('every month where it %s', (_, said) => {
    expect(monthsAsked(() => said)).toEqual([1, 2, 3, 4, 5]);
  });

  test('again as soon as it no longer goes well', () => {
    expect(monthsAsked((month) => ({ ...well, feeling: month === 4 ? 2 : 5 }))).toEqual([1, 2, 4, 5]);
  });

  test('at most once a month, whatever they say, never in the last and never while they rest', () => {
    fc.assert(
      fc.property(fc.array(fc.option(anySaid), { minLength: 6, maxLength: 6 }), (said) => {
        const asked = monthsAsked((month) => said[month] ?? null);
        expect(asked).toEqual([...new Set(asked)].sort());
        expect(asked.slice(0, 2)).toEqual([1, 2]);
        expect(asked.at(-1)).toBeGreaterThanOrEqual(4);
        expect(asked.at(-1)).toBeLessThanOrEqual(5);
      }),
      { numRuns: 30 },
    );
    const resting = { ...pair, pausedOn: startedOn.add({ days: 40 }) };
    expect(checkInDue(resting, { today: startedOn.add({ days: 300 }), last: null })).toBeNull();
  });

  test('after a time without anybody looking, once for all of it', () => {
    const today = startedOn.add({ months: 4 });
    expect(checkInDue(pair, { today, last: { month: 1, said: well } })).toBe(4);
    expect(checkInDue(pair, { today, last: { month: 4, said: null } })).toBeNull();
  });
});

test('two answers lie apart whichever stands first', () => {
  fc.assert(
    fc.property(anySaid, anySaid, (one, other) => {
      expect(disagree(one, other)).toBe(disagree(other, one));
    }),
  );
});

test.each<[string, Said | null, Said | null, boolean]>([
  ['nothing said yet', null, null, false],
  ['well', well, well, false],
  ['so-so', { ...well, feeling: 3 }, null, true],
  ['hardly in touch', { ...well, contact: 1 }, well, true],
  ['well, as before', { ...well, feeling: 4 }, well, false],
])('a side is asked one question more: %s', (_, newest, before, isAsked) => {
  expect(isDrifting(newest, before)).toBe(isAsked);
});
