import { expect, test } from 'vitest';
import { TUESDAY_NINE as now } from '../../../../../test/support/spot-samples.ts';
import type { RequestState } from '../../transitions.ts';
import { whomToCall } from './calling.ts';

const BOTH = ['requester', 'volunteer'];

interface Facts {
  /** Hours from now to the visit, or to the only possible time. */
  readonly startsIn?: number;
  readonly hoursInState?: number;
  readonly isUnsafe?: boolean;
}

const NOTHING_YET = {
  assignmentId: '',
  checkedInAt: null,
  checkedOutAt: null,
  report: null,
  feedbackAt: now,
  worryClosedAt: null,
};

function calls(state: RequestState, { startsIn = 48, hoursInState = 1, isUnsafe = false }: Facts) {
  const startsAt = now.add({ hours: startsIn });
  const feedback = { solution: 'partly', thanksWords: null, isUnsafe, unsafeWords: null } as const;
  return whomToCall(
    {
      request: { state, stateSince: now.subtract({ hours: hoursInState }), possibleTimes: [startsAt] },
      assignment: { startsAt },
      record: { ...NOTHING_YET, feedback },
    },
    now,
  );
}

test.each<[RequestState, Facts, readonly string[]]>([
  ['submitted', { startsIn: 1 }, []],
  ['asked_back', { startsIn: 1 }, []],
  ['open', {}, []],
  ['open', { startsIn: 2 }, ['requester']],
  ['accepted', { startsIn: 25 }, []],
  ['accepted', { startsIn: 24 }, ['requester']],
  ['confirmed', { startsIn: 3 }, []],
  ['confirmed', { startsIn: 2 }, BOTH],
  ['confirmed', { startsIn: -3 }, BOTH],
  ['in_progress', {}, BOTH],
  ['no_show', {}, BOTH],
  ['unfilled', {}, ['requester']],
  ['visited', { hoursInState: 71 }, []],
  ['visited', { hoursInState: 72 }, BOTH],
  ['visited', { isUnsafe: true }, BOTH],
  ['closed', { isUnsafe: true, hoursInState: 100 }, []],
  ['cancelled', { startsIn: 1 }, []],
])('when a request is %s and %o, a coordinator calls %j', (state, facts, whom) => {
  expect(calls(state, facts)).toEqual(whom);
});
