import { integer, property, assert as verify } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MONDAY_TEN } from '../../../../../../test/support/spot-samples.ts';
import { areTooClose } from './overlap.ts';

describe('two promises', () => {
  const visit = (from: number, to: number, placeKind: 'place' | 'online' = 'place') => ({
    startsAt: MONDAY_TEN.add({ minutes: from }),
    endsAt: MONDAY_TEN.add({ minutes: to }),
    placeKind,
  });

  test.each([
    ['at the same time', visit(0, 60), visit(0, 60), true],
    ['one within the other', visit(0, 180), visit(60, 90), true],
    ['with half an hour to travel', visit(0, 60), visit(90, 120), false],
    ['with a minute too little to travel', visit(0, 60), visit(89, 120), true],
    ['one after the other, both online', visit(0, 60, 'online'), visit(60, 120, 'online'), false],
    ['online, then at once somewhere', visit(0, 60, 'online'), visit(60, 120), true],
  ])('%s', (_, one, other, expected) => {
    expect(areTooClose(one, other, 30)).toBe(expected);
  });

  test('are judged alike from both sides, and never kept when they overlap', () => {
    const [minute, length] = [integer({ min: 0, max: 600 }), integer({ min: 1, max: 180 })];
    verify(
      property(minute, minute, length, length, (a, b, long, short) => {
        const one = visit(a, a + long);
        const other = visit(b, b + short);
        const overlap = a < b + short && b < a + long;
        const tooClose = areTooClose(one, other, 30);
        return tooClose === areTooClose(other, one, 30) && (!overlap || tooClose);
      }),
    );
  });
});
