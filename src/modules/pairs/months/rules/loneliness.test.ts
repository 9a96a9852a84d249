import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOfPair } from '../../rules.ts';
import { begunAYearAgo, lonelinessDue, type MonthAsked, type MonthInPair, meansOf } from './loneliness.ts';

const startedOn = Temporal.PlainDate.from('2026-08-31');
const pair = { startedOn, endsOn: endOfPair(startedOn), pausedOn: null };

const on = (today: string, months: readonly MonthAsked[]) => ({
  today: Temporal.PlainDate.from(today),
  said: months.map((month) => ({ month, isNo: false })),
});

describe('when somebody is asked how lonely they are', () => {
  test.each<[string, string, MonthAsked[], MonthInPair | null]>([
    ['active', '2026-09-10', [], null],
    ['active', '2026-09-10', [0], null],
    ['active', '2026-11-30', [], null],
    ['active', '2026-11-30', [0], 3],
    ['active', '2026-12-31', [0], null],
    ['paused', '2026-11-30', [0], null],
    ['completed', '2027-03-01', [0, 3], 6],
    ['completed', '2027-05-01', [0, 3], null],
    ['completed', '2027-08-30', [0], null],
    ['completed', '2027-08-31', [0], 12],
    ['ended', '2027-09-05', [0], 12],
    ['completed', '2027-08-31', [], null],
    ['completed', '2027-10-15', [0], null],
    ['ended', '2026-12-01', [0], null],
  ])('%s on %s, having said it for %j: %s', (state, today, months, due) => {
    expect(lonelinessDue({ ...pair, state }, on(today, months))).toBe(due);
    const no = { month: 3, isNo: true } as const;
    const { said, ...day } = on(today, months);
    expect(lonelinessDue({ ...pair, state }, { ...day, said: [...said, no] })).toBe(null);
  });

  test('never twice for one month', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.subarray<MonthAsked>([0, 3, 6, 12]),
        (days, months) => {
          const today = startedOn.add({ days }).toString();
          const due = lonelinessDue({ ...pair, state: 'active' }, on(today, months));
          if (due !== null) expect(months).not.toContain(due);
        },
      ),
    );
  });

  test('a year later is written to whose pair began within the days in which it is asked, and nobody else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 450 }), (days) => {
        const today = startedOn.add({ days });
        const { after, upTo } = begunAYearAgo(today);
        const isWithin =
          Temporal.PlainDate.compare(after, startedOn) < 0 &&
          Temporal.PlainDate.compare(startedOn, upTo) <= 0;
        const due = lonelinessDue({ ...pair, state: 'ended' }, on(today.toString(), [0]));
        expect(isWithin).toBe(due === 12);
      }),
    );
  });
});

describe('the mean change', () => {
  test('is of five at least, with how far it can be trusted', () => {
    const four = [
      [9, 6],
      [8, 6],
      [7, 7],
      [10, 6],
    ] as const;
    expect(meansOf(new Map([[3, four]]))).toEqual([]);
    const [mean] = meansOf(new Map([[3, [...four, [6, 5] as const]]]));
    expect(mean).toMatchObject({ month: 3, people: 5, before: 8, after: 6 });
    expect(mean?.giveOrTake).toBeCloseTo(1.39, 2);
  });

  test('of people who all changed alike is certain', () => {
    const alike = Array.from({ length: 6 }, () => [9, 7] as const);
    expect(meansOf(new Map([[6, alike]]))[0]?.giveOrTake).toBe(0);
  });
});
