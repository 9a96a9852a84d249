import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOfPair } from '../../rules.ts';
import type { Month } from './calendar.ts';
import {
  type AskedMonth,
  areContent,
  checkInDue,
  disagree,
  isDrifting,
  type Said,
  WORRIES,
} from './check-ins.ts';

const startedOn = Temporal.PlainDate.from('2026-08-31');
const pair = { startedOn, endsOn: endOfPair(startedOn), pausedOn: null };
const well: Said = { feeling: 5, contact: 3, wantsCoordinator: false, worries: [] };
const round = (month: Month, resident: Said | null = well, volunteer: Said | null = well): AskedMonth => ({
  month,
  said: { resident, volunteer },
});

const anySaid: fc.Arbitrary<Said> = fc.record({
  feeling: fc.integer({ min: 1, max: 5 }),
  contact: fc.integer({ min: 0, max: 3 }),
  wantsCoordinator: fc.boolean(),
  worries: fc.subarray([...WORRIES]),
});

/** In which months both are asked, when every day is looked at and they answer so. */
function monthsAsked(answer: (month: Month) => AskedMonth): Month[] {
  const asked: Month[] = [];
  let last: AskedMonth | null = null;
  for (
    let today = startedOn;
    Temporal.PlainDate.compare(today, pair.endsOn) <= 0;
    today = today.add({ days: 1 })
  ) {
    const month = checkInDue(pair, { today, last });
    if (month) {
      asked.push(month);
      last = answer(month);
    }
  }
  return asked;
}

describe('when both are asked', () => {
  test('after the first and second month always, then every second while both are content', () => {
    expect(monthsAsked((month) => round(month))).toEqual([1, 2, 4]);
  });

  test.each<[string, (month: Month) => AskedMonth]>([
    ['one is not content', (month) => round(month, { ...well, feeling: 3 })],
    ['one has not answered', (month) => round(month, null)],
    ['their answers lie apart', (month) => round(month, { ...well, contact: 1 })],
    ['one wants a coordinator', (month) => round(month, { ...well, wantsCoordinator: true })],
  ])('every month where %s', (_, answer) => {
    expect(monthsAsked(answer)).toEqual([1, 2, 3, 4, 5]);
  });

  test('again as soon as it no longer goes well', () => {
    expect(monthsAsked((month) => round(month, { ...well, feeling: month === 4 ? 2 : 5 }))).toEqual([
      1, 2, 4, 5,
    ]);
  });

  test('at most once a month, whatever they say, never in the last and never while they rest', () => {
    fc.assert(
      fc.property(fc.array(fc.option(anySaid), { minLength: 10, maxLength: 10 }), (said) => {
        const asked = monthsAsked((month) => round(month, said[month] ?? null, said[month + 4] ?? null));
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
    expect(checkInDue(pair, { today, last: round(1) })).toBe(4);
    expect(checkInDue(pair, { today, last: round(4) })).toBeNull();
  });
});

test('whoever has not answered is not content, and what lies apart is not either', () => {
  expect(areContent(round(2))).toBe(true);
  expect(areContent(round(2, null))).toBe(false);
  fc.assert(
    fc.property(anySaid, anySaid, (one, other) => {
      expect(disagree(one, other)).toBe(disagree(other, one));
      if (disagree(one, other)) expect(areContent(round(2, one, other))).toBe(false);
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
