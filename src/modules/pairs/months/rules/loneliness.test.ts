import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOfPair } from '../../rules.ts';
import { lonelinessDue, type MonthAsked, meansOf } from './loneliness.ts';

const startedOn = Temporal.PlainDate.from('2026-08-31');
const pair = { startedOn, endsOn: endOfPair(startedOn), pausedOn: null };

describe('when somebody is asked how lonely they are', () => {
  test.each<[string, string, MonthAsked[], MonthAsked | null]>([
    ['active', '2026-09-10', [], 0],
    ['active', '2026-09-10', [0], null],
    ['active', '2026-10-10', [], null],
    ['active', '2026-11-30', [], null],
    ['active', '2026-11-30', [0], 3],
    ['active', '2026-12-31', [0], null],
    ['completed', '2027-03-01', [0, 3], 6],
    ['completed', '2027-05-01', [0, 3], null],
    ['completed', '2027-08-31', [0], 12],
    ['ended', '2027-09-05', [0], 12],
    ['completed', '2027-08-31', [], null],
    ['ended', '2026-12-01', [0], null],
  ])('%s on %s, having answered for %j: %s', (state, today, answered, due) => {
    expect(lonelinessDue({ ...pair, state }, { today: Temporal.PlainDate.from(today), answered })).toBe(due);
  });

  test('never twice for one month', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.subarray<MonthAsked>([0, 3, 6, 12]),
        (days, answered) => {
          const due = lonelinessDue(
            { ...pair, state: 'active' },
            { today: startedOn.add({ days }), answered },
          );
          if (due !== null) expect(answered).not.toContain(due);
        },
      ),
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
