import { describe, expect, test } from 'vitest';
import { sampleStanding } from '../../../../test/support/standing.ts';
import type { Application, Interview, Restriction, ScreeningStep, StepStanding } from '../types.ts';
import { fileChecksOf, isOurTurn, nextStaffAct, placeOfAct } from './rules.ts';

const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const application = { state: 'submitted' } as Application;
const interviewAt = (hours: number) => ({ startsAt: now.add({ hours }), outcome: null }) as Interview;
const next = (
  missing: readonly ScreeningStep[],
  interview: Interview | null = null,
  restrictions: Restriction[] = [],
) => nextStaffAct(sampleStanding({ application, missing, interview, restrictions }), now);

describe('the next act for an applicant', () => {
  test.each([
    ['an interview that nobody has planned', ['interview', 'training'], null, 'schedule_interview', true],
    ['an interview that lies ahead', ['interview'], interviewAt(1), 'hold_interview', false],
    ['an interview that has begun', ['interview'], interviewAt(0), 'record_interview', true],
    [
      'an interview that has begun, whatever else is missing',
      ['training'],
      interviewAt(-1),
      'record_interview',
      true,
    ],
    ['the training', ['training', 'pledge'], null, 'record_training', true],
    ['the pledge, which is theirs', ['pledge'], null, 'wait_for_pledge', false],
    ['a check', ['identity_check'], null, 'record_check', true],
    ['nothing', [], null, 'approve', true],
  ] as const)('is by %s', (_, missing, interview, act, ours) => {
    expect(next(missing as readonly ScreeningStep[], interview)).toBe(act);
    expect(isOurTurn(act)).toBe(ours);
  });

  test('is to look at the suspension where that alone is in the way', () => {
    expect(next([], null, [{ kind: 'suspension' } as Restriction])).toBe('look_at_suspension');
  });

  test('is done at a place of the page, unless nothing is', () => {
    expect(placeOfAct('record_training')).toBe('#records');
    expect(placeOfAct('look_at_suspension')).toBe('#restrictions');
    expect(placeOfAct('record_interview')).toBe('#interviews');
    expect(placeOfAct('approve')).toBeNull();
  });
});

test('the checks on the page about somebody are those that the policy asks for and every coordinator records', () => {
  const steps = ['interview', 'identity_check', 'child_safety_check'].map((step) => ({
    step,
  })) as StepStanding[];
  expect(fileChecksOf(sampleStanding({ steps }))).toEqual(['identity_check']);
});
