import { array, assert, constantFrom, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleStanding } from '../../../../test/support/standing.ts';
import type { Application, Restriction, ScreeningStep, StepStanding, StepState } from '../types.ts';
import { comesNext, lastDay, ownNextAct, placeOnPath } from './rules.ts';

const step = (name: ScreeningStep, state: StepState, isRequired = true) =>
  ({ step: name, state, isRequired, doneOn: null, untilOn: null }) as StepStanding;
const approved = { state: 'approved' } as Application;

describe('what somebody can do next', () => {
  test.each([
    ['apply', 'who never applied', {}],
    ['apply', 'whose application ended', { application: { state: 'ended' } as Application }],
    ['pledge', 'whose pledge ran out', { application: approved, steps: [step('pledge', 'run_out')] }],
    ['come_back', 'who rests', { application: approved, restrictions: [{ kind: 'pause' } as Restriction] }],
    [null, 'who is all right', { application: approved, steps: [step('pledge', 'holds')] }],
  ] as const)('is %s for somebody %s', (act, _, standing) => {
    expect(ownNextAct(sampleStanding(standing))).toBe(act);
  });
});

test.each([
  ['interview', [step('interview', 'missing'), step('training', 'missing')]],
  ['planned', [step('interview', 'planned')]],
  ['training', [step('interview', 'holds'), step('training', 'run_out')]],
  ['pledge', [step('training', 'missing', false), step('pledge', 'missing')]],
  ['other', [step('identity_check', 'missing')]],
  ['decision', [step('interview', 'renew_soon'), step('training', 'missing', false)]],
] as const)('%s comes next', (next, steps) => {
  expect(comesNext({ steps }, 0)).toBe(next);
});

test('where times are open, the interview is to be chosen', () => {
  expect(comesNext({ steps: [step('interview', 'missing')] }, 3)).toBe('choose');
  expect(comesNext({ steps: [step('interview', 'planned')] }, 3)).toBe('planned');
  expect(comesNext({ steps: [step('pledge', 'missing')] }, 3)).toBe('pledge');
});

test('on the path one step is to be taken now at most, and it is the first that does not hold', () => {
  const steps = array(
    record({ state: constantFrom<StepState>('missing', 'planned', 'holds', 'renew_soon', 'run_out') }),
  );
  assert(
    property(steps, (some) => {
      const path = some.map(({ state }) => step('training', state));
      const places = path.map((one) => placeOnPath(path, one));
      const open = path.findIndex(({ state }) => state !== 'holds' && state !== 'renew_soon');
      expect(places.indexOf('now')).toBe(open);
      expect(places.filter((place) => place === 'now').length).toBe(open === -1 ? 0 : 1);
      for (const [index, { state }] of path.entries())
        expect(places[index] === 'past').toBe(state === 'holds' || state === 'renew_soon');
    }),
  );
});

test('the last day on which a step holds is the one before it no longer does', () => {
  expect(lastDay(Temporal.PlainDate.from('2026-03-01')).toString()).toBe('2026-02-28');
});
