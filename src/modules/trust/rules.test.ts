import { describe, expect, test } from 'vitest';
import { mayDo } from '../../kits/acts/index.ts';
import { applicationLife } from './applications/life.ts';
import { concernLife } from './concerns/life.ts';
import { mayDecideAbout } from './rules.ts';
import type { ApplicationState } from './types.ts';

const STATES: readonly ApplicationState[] = ['submitted', 'approved', 'declined', 'withdrawn', 'ended'];
type Move = 'approve' | 'decline' | 'withdraw' | 'leave';
const LEGAL: Record<Move, [ApplicationState, ApplicationState]> = {
  approve: ['submitted', 'approved'],
  decline: ['submitted', 'declined'],
  withdraw: ['submitted', 'withdrawn'],
  leave: ['approved', 'ended'],
};

describe('an application', () => {
  const all = STATES.flatMap((state) => (Object.keys(LEGAL) as Move[]).map((act) => [state, act] as const));
  test.each(all)('that is %s and is to %s goes only where the table says', (state, act) => {
    const [from, to] = LEGAL[act];
    const outcome = mayDo(applicationLife, act, { state });
    if (state === from) expect([outcome.ok, applicationLife.acts[act].to]).toEqual([true, to]);
    else expect(outcome).toMatchObject({ ok: false, refusal: { code: 'application_is_already_decided' } });
  });

  test('that does not exist goes nowhere', () => {
    expect(mayDo(applicationLife, 'approve', { state: null })).toMatchObject({
      refusal: { code: 'there_is_no_application' },
    });
  });
});

describe('a concern', () => {
  test.each([
    ['raised', 'assess', null],
    ['raised', 'close', 'assess_first'],
    ['assessed', 'assess', 'concern_is_assessed'],
    ['assessed', 'close', null],
    ['closed', 'assess', 'concern_is_closed'],
    ['closed', 'close', 'concern_is_closed'],
  ] as const)('that is %s: to %s is refused with %s', (state, act, code) => {
    const outcome = mayDo(concernLife, act, { state });
    expect(outcome.ok ? null : outcome.refusal.code).toBe(code);
  });
});

test('nobody decides about themselves, and the program decides about everybody', () => {
  expect(mayDecideAbout('a', { personId: 'a', role: 'coordinator' }).ok).toBe(false);
  expect(mayDecideAbout('a', { personId: 'b', role: 'coordinator' }).ok).toBe(true);
  expect(mayDecideAbout('a', { personId: null, role: 'program' }).ok).toBe(true);
});
