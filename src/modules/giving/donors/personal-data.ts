import { numberOf, type PersonalDataMap, type Rule } from '../../../platform/personal-data.ts';

/** How a donor was entered before. */
const FORMER: Rule = {
  name: 'donor_changes',
  of: 'donor_id>giving.donors.person_id',
  keep: [{ after: 'donor_changed', from: 'at', lasts: 'P1Y' }],
  end: 'delete',
  export: 'row',
  leaving: 'delete',
};

/** What is kept of donors beside themselves. */
export const donorsData: PersonalDataMap = {
  'giving.donor_changes': {
    id: 'none',
    donor_id: 'none',
    at: 'none',
    by_person: { class: 'identity', purpose: 'to know who changed it', rule: numberOf },
    former: {
      class: 'free_text',
      purpose: 'to find out what was changed by mistake',
      rule: FORMER,
      sealed: ['id'],
    },
  },
};
