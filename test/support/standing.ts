import type { Standing } from '../../src/modules/trust/types.ts';

/** Somebody about whom nothing was decided yet; a test changes what it is about. */
export function sampleStanding(changes: Partial<Standing> = {}): Standing {
  return {
    personId: 'ana',
    application: null,
    steps: [],
    missing: [],
    interview: null,
    restrictions: [],
    insurance: null,
    needsInsurance: false,
    isApproved: false,
    approvedSince: null,
    ...changes,
  };
}

/** The code of a refusal; null for what is accepted. */
export function codeOf(outcome: { ok: true } | { ok: false; refusal: { code: string } }): string | null {
  return outcome.ok ? null : outcome.refusal.code;
}
