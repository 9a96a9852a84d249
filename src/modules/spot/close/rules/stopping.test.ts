import { describe, expect, test } from 'vitest';
import { MONDAY_TEN } from '../../../../../test/support/spot-samples.ts';
import { FINAL_STATES, type RequestState } from '../../transitions.ts';
import type { Assignment } from '../../types.ts';
import { afterStopping, isRuledOut, mayBeTogether } from './stopping.ts';

const assignment = { startsAt: MONDAY_TEN, endsAt: MONDAY_TEN.add({ minutes: 60 }) } as Assignment;
const before = MONDAY_TEN.subtract({ hours: 24 });
const past = MONDAY_TEN.add({ minutes: 60 });
const follows = (party: 'requester' | 'assigned_volunteer', state: RequestState, now = before) =>
  afterStopping(party, { state, assignment }, now);

describe('when one of two people may not go on', () => {
  test.each([
    ['submitted', 'cancel', 'leave'],
    ['asked_back', 'cancel', 'leave'],
    ['open', 'cancel', 'leave'],
    ['unfilled', 'cancel', 'leave'],
    ['accepted', 'cancel', 'release'],
    ['confirmed', 'cancel', 'release'],
    ['in_progress', 'leave', 'leave'],
    ['visited', 'leave', 'leave'],
    ['no_show', 'close', 'leave'],
    ...FINAL_STATES.map((state) => [state, 'leave', 'leave'] as const),
  ] as const)(
    'a request that is %s: of the requester %s, of the volunteer %s',
    (state, requester, volunteer) => {
      expect([follows('requester', state), follows('assigned_volunteer', state)]).toEqual([
        requester,
        volunteer,
      ]);
    },
  );

  test('what should have happened is left to a coordinator', () => {
    expect([
      follows('requester', 'confirmed', past),
      follows('assigned_volunteer', 'confirmed', past),
    ]).toEqual(['leave', 'leave']);
  });
});

describe('two people may be together', () => {
  const may = (state: RequestState, now: Temporal.Instant) => mayBeTogether({ state, assignment }, now);

  test.each([
    ['while they meet, whatever the hour', 'in_progress', past, true],
    ['from two hours before', 'confirmed', MONDAY_TEN.subtract({ hours: 2 }), true],
    ['not earlier', 'confirmed', MONDAY_TEN.subtract({ hours: 2, seconds: 1 }), false],
    ['not when it should be over', 'confirmed', past, false],
    ['not before both agreed', 'accepted', MONDAY_TEN, false],
  ] as const)('%s', (_, state, now, expected) => {
    expect(may(state, now)).toBe(expected);
  });

  test('never where nobody said yes', () => {
    expect(mayBeTogether({ state: 'confirmed', assignment: null }, MONDAY_TEN)).toBe(false);
  });
});

test.each([
  [['only_online'], 'admin', 'place', true],
  [['only_online'], 'admin', 'phone', false],
  [['not_with_children'], 'childcare', 'online', true],
  [['not_with_children'], 'education', 'place', true],
  [['not_with_children'], 'medical', 'place', false],
  [[], 'childcare', 'place', false],
] as const)(
  'a volunteer limited to %j is ruled out of %s at a %s: %s',
  (limits, category, kind, expected) => {
    expect(isRuledOut(new Set(limits), { category, place: { kind } })).toBe(expected);
  },
);
