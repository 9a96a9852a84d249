import type { RecordActs } from '../../platform/rights/data-of.ts';

/** Of which of its acts whoever they are about is told, and of which not. */
export const recordActs: RecordActs = {
  told: [
    'sign_in.passkey.added',
    'sign_in.passkey.removed',
    'sign_in.recovery_codes.replaced',
    'sign_in.second_factor.proved',
    'sign_in.second_factor.removed',
    'sign_in.second_factor.set_up',
    'sign_in.session.ended',
    'sign_in.session.started',
  ],
  withheld: [],
};
