import { describe, expect, test } from 'vitest';
import type {
  Application,
  Completion,
  InsuranceYear,
  Policy,
  PolicyStep,
  Restriction,
  RestrictionKind,
} from '../types.ts';
import { type Facts, mayApprove, obstaclesToApproval, restOn, standingOf, validUntil } from './rules.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const at = (iso: string) => Temporal.Instant.from(`${iso}T12:00:00+09:00`);
const ONE = '00000000-0000-4000-8000-000000000001';
const OTHER = '00000000-0000-4000-8000-000000000002';

const required = (step: PolicyStep['step'], validMonths: number | null = null): PolicyStep => ({
  step,
  demand: 'required',
  validMonths,
  remindDays: 60,
});
const policy = (steps: readonly PolicyStep[], needsInsurance = false): Policy => ({
  id: 1,
  validFrom: at('2000-01-01'),
  needsInsurance,
  madeBy: null,
  madeAt: at('2000-01-01'),
  reason: '',
  programs: [],
  steps,
});
const applied = (state: Application['state']): Application => ({
  id: OTHER,
  personId: ONE,
  state,
  submittedAt: at('2026-01-10'),
  motivation: '',
  experience: '',
  helpWith: [],
  decidedAt: state === 'submitted' ? null : at('2026-02-01'),
  outcomeWords: null,
  endedAt: state === 'ended' ? at('2026-09-01') : null,
});
const facts = (more: Partial<Facts> = {}): Facts => ({
  personId: ONE,
  application: applied('approved'),
  completions: [],
  interview: null,
  restrictions: [],
  insurance: [],
  ...more,
});
const done = (step: Completion['step'], doneOn: string): Completion => ({
  step,
  doneOn: day(doneOn),
  words: null,
});
const restriction = (kind: RestrictionKind, since: string, until: string | null = null): Restriction => ({
  id: OTHER,
  kind,
  personId: ONE,
  otherPersonId: kind === 'apart' ? OTHER : null,
  reason: '',
  setBy: null,
  sinceAt: at(since),
  untilAt: until === null ? null : at(until),
  liftReason: null,
});

describe('a step holds', () => {
  test.each([
    ['2025-08-31', 6, '2026-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-11-24', 36, '2029-11-24'],
  ])('from %s for %i months until %s', (doneOn, months, until) => {
    expect(validUntil(day(doneOn), months)?.toString()).toBe(until);
  });

  test('for good where the policy names no months', () => {
    expect(validUntil(day('2000-01-01'), null)).toBeNull();
  });

  test.each([
    ['2026-12-31', 'holds', true],
    ['2027-01-01', 'renew_soon', true],
    ['2027-02-28', 'renew_soon', true],
    ['2027-03-02', 'run_out', false],
  ])('taken on 2 March 2026 for a year, on %s: %s', (today, state, isApproved) => {
    const one = facts({ completions: [done('training', '2026-03-02')] });
    const standing = standingOf(one, policy([required('training', 12)]), at(today));
    expect(standing.steps[0]?.state).toBe(state);
    expect(standing.isApproved).toBe(isApproved);
  });

  test('by the last time it was taken, and not before it was taken', () => {
    const one = facts({ completions: [done('training', '2020-01-01'), done('training', '2026-11-24')] });
    const asked = policy([required('training', 12)]);
    expect(standingOf(one, asked, at('2026-11-23')).steps[0]?.state).toBe('run_out');
    expect(standingOf(one, asked, at('2026-11-24')).steps[0]?.state).toBe('holds');
  });

  test('until midnight in Japan', () => {
    const one = facts({ completions: [done('training', '2026-03-02')] });
    const asked = policy([required('training', 12)]);
    const last = Temporal.Instant.from('2027-03-01T23:59:59+09:00');
    expect(standingOf(one, asked, last).isApproved).toBe(true);
    expect(standingOf(one, asked, last.add({ seconds: 1 })).isApproved).toBe(false);
  });
});

describe('approval', () => {
  test('names every required step that is missing, and no optional one', () => {
    const asked = policy([
      required('interview'),
      required('training'),
      { ...required('identity_check'), demand: 'optional' },
      { ...required('child_safety_check'), demand: 'off' },
    ]);
    const standing = standingOf(facts({ application: applied('submitted') }), asked, at('2026-11-24'));
    expect(obstaclesToApproval(standing).map(({ code }) => code)).toEqual([
      'interview_is_missing',
      'training_is_missing',
    ]);
    expect(mayApprove(standing)).toMatchObject({ ok: false, refusal: { code: 'interview_is_missing' } });
    expect(standing.steps.map(({ step }) => step)).toEqual(['interview', 'training', 'identity_check']);
  });

  test.each([
    ['submitted', null],
    ['approved', 'application_is_already_decided'],
    ['declined', 'application_is_already_decided'],
    ['withdrawn', 'application_is_already_decided'],
    ['ended', 'application_is_already_decided'],
  ] as const)('of an application that is %s is refused with %s', (state, code) => {
    const one = facts({ application: applied(state), completions: [done('pledge', '2026-01-11')] });
    const outcome = mayApprove(standingOf(one, policy([required('pledge')]), at('2026-11-24')));
    expect(outcome.ok ? null : outcome.refusal.code).toBe(code);
  });

  test('is refused to somebody suspended, however complete their steps', () => {
    const one = facts({
      application: applied('submitted'),
      restrictions: [restriction('suspension', '2026-11-01')],
    });
    expect(mayApprove(standingOf(one, policy([]), at('2026-11-24')))).toMatchObject({
      refusal: { code: 'person_is_suspended' },
    });
  });
});

describe('who is asked', () => {
  test.each([
    ['pause', false],
    ['suspension', false],
    ['not_with_children', true],
    ['only_online', true],
    ['apart', true],
  ] as const)('under a restriction of the kind %s: %s', (kind, isApproved) => {
    const one = facts({ restrictions: [restriction(kind, '2026-11-01')] });
    expect(standingOf(one, policy([]), at('2026-11-24')).isApproved).toBe(isApproved);
  });

  test('again from the instant at which a pause ends', () => {
    const one = facts({ restrictions: [restriction('pause', '2026-11-01', '2026-11-24')] });
    expect(standingOf(one, policy([]), at('2026-11-24').subtract({ seconds: 1 })).isApproved).toBe(false);
    expect(standingOf(one, policy([]), at('2026-11-24')).isApproved).toBe(true);
  });

  test.each([
    ['2026-03-31', false],
    ['2026-04-01', true],
    ['2027-03-31', true],
    ['2027-04-01', false],
  ])('where insurance is needed and covers fiscal 2026, on %s: %s', (today, isApproved) => {
    const year: InsuranceYear = {
      fiscalYear: 2026,
      plan: 'basic',
      startsOn: day('2026-04-01'),
      untilOn: day('2027-04-01'),
    };
    const standing = standingOf(facts({ insurance: [year] }), policy([], true), at(today));
    expect(standing.isApproved).toBe(isApproved);
  });

  test('not before the approval, and not after leaving', () => {
    const one = facts({ application: applied('ended') });
    expect(standingOf(one, policy([]), at('2026-01-31')).isApproved).toBe(false);
    expect(standingOf(one, policy([]), at('2026-02-01')).isApproved).toBe(true);
    expect(standingOf(one, policy([]), at('2026-09-01')).isApproved).toBe(false);
  });
});

describe('restOn', () => {
  const today = day('2026-11-24');
  const away = (from: string, until: string | null) => ({
    fromOn: day(from),
    untilOn: until === null ? null : day(until),
  });
  const backOn = (breaks: Parameters<typeof restOn>[1], pauses: readonly Restriction[] = []) =>
    restOn(today, breaks, pauses)?.backOn?.toString();

  test.each([
    ['a break that began', [away('2026-11-20', '2026-12-01')], [], '2026-12-01'],
    ['a break that begins today', [away('2026-11-24', '2026-11-25')], [], '2026-11-25'],
    ['what staff entered', [], [restriction('pause', '2026-11-01', '2026-12-10')], '2026-12-10'],
    [
      'both: the later end',
      [away('2026-11-20', '2026-12-20')],
      [restriction('pause', '2026-11-01', '2026-12-10')],
      '2026-12-20',
    ],
  ])('%s', (_, breaks, pauses, until) => {
    expect(backOn(breaks, pauses)).toBe(until);
  });

  test('has no end while one of the two has none', () => {
    const pause = restriction('pause', '2026-11-01');
    expect(restOn(today, [away('2026-11-20', '2026-12-01')], [pause])).toEqual({ backOn: null });
  });

  test('is none before a break, from the day they are back, after a pause was lifted, under another restriction', () => {
    expect(restOn(today, [away('2026-11-25', null), away('2026-11-01', '2026-11-24')], [])).toBeNull();
    expect(restOn(today, [], [restriction('pause', '2026-11-01', '2026-11-24')])).toBeNull();
    expect(restOn(today, [], [restriction('only_online', '2026-11-01')])).toBeNull();
  });
});
