import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import type { Account } from '../../types.ts';

/** What is booked by hand beside gifts. */
export const HAND_KINDS = ['expense', 'income', 'transfer', 'opening'] as const;
export type HandKind = (typeof HAND_KINDS)[number];

const HELD = ['bank', 'cash', 'payment_provider', 'in_transit', 'with_programs', 'platforms'] as const;

/** From which accounts to which money can move. */
const WAYS: Readonly<
  Record<HandKind, { readonly from: readonly Account[]; readonly to: readonly Account[] }>
> = {
  expense: {
    from: ['bank', 'cash', 'donated_goods', 'owed'],
    to: ['program_costs', 'office_costs', 'payment_fees'],
  },
  income: {
    from: ['grants', 'membership_fees', 'program_fees', 'other_income'],
    to: ['bank', 'cash'],
  },
  // To what is unexplained: it turned out to be what came from there, such as a gift that was entered by hand.
  transfer: { from: [...HELD, 'unexplained'], to: [...HELD, 'unexplained', 'owed'] },
  // What is there on the day on which the books begin, or what is owed.
  opening: { from: ['carried_forward', 'owed'], to: [...HELD, 'carried_forward'] },
};

/** Every account from which, or to which, something is booked by hand. */
export const accountsOf = (side: 'from' | 'to'): Account[] => [
  ...new Set(HAND_KINDS.flatMap((kind) => WAYS[kind][side])),
];

/** Refuses, beside its field, an account between which and the other nothing of this kind moves. */
export function mayMove(kind: HandKind, { from, to }: Record<'from' | 'to', Account>): Outcome<null> {
  if (!WAYS[kind].from.includes(from)) return refuse('account_is_not_of_this_kind', {}, 'from');
  if (!WAYS[kind].to.includes(to) || from === to) return refuse('account_is_not_of_this_kind', {}, 'to');
  return accept(null);
}
