import type { PersonalDataMap, Rule } from '../../../platform/personal-data.ts';

const wishOf = (of: 'resident_id' | 'volunteer_id'): Rule => ({
  name: 'pair_wishes',
  of,
  keep: [{ after: 'pairs_met', from: 'met_at', lasts: 'P90D' }],
  end: 'delete',
  // Whoever opens the file for them must not read it either.
  export: 'never',
  leaving: 'delete',
});
const wish = (of: 'resident_id' | 'volunteer_id') =>
  ({
    class: 'sensitive',
    purpose: 'to bring two together who both wish it',
    rule: wishOf(of),
    sealed: ['id'],
  }) as const;

export const wishPersonalData: PersonalDataMap = {
  'pairs.meetings': {
    id: 'none',
    resident_id: 'none',
    volunteer_id: 'none',
    met_at: 'none',
    resident_wish: wish('resident_id'),
    volunteer_wish: wish('volunteer_id'),
    told_at: 'none',
  },
};
