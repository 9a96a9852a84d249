import type { PersonalDataMap } from '../../../platform/personal-data.ts';

const nothing = <C extends string>(...columns: readonly C[]): Record<C, 'none'> =>
  Object.fromEntries(columns.map((column) => [column, 'none'])) as Record<C, 'none'>;

/** Deeds are of nobody: what they were stands with their programs, and who gave, with the gifts. */
export const deedsData: PersonalDataMap = {
  'giving.deed_kinds': nothing('id', 'program', 'fund_id'),
  'giving.deed_batches': nothing('id', 'kind', 'from_month', 'to_month', 'deeds', 'cost_jpy', 'closed_at'),
  'giving.deeds': {
    ...nothing('id', 'kind', 'program', 'object_id', 'part', 'done_in', 'heard_at'),
    ...nothing('cost_jpy', 'claimed_jpy', 'batch_id'),
  },
  'giving.deed_costs': nothing(
    'kind',
    'fiscal_year',
    'spent_jpy',
    'deeds',
    'objects',
    'cost_jpy',
    'counted_at',
  ),
  'giving.gift_uses': nothing('gift_id', 'amount_jpy', 'used_jpy'),
  'giving.deed_shares': nothing('gift_id', 'deed_id', 'amount_jpy', 'shared_at'),
  'giving.deed_letters': nothing('gift_id', 'batch_id', 'told_at'),
};
