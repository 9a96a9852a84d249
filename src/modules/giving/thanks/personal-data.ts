import { numberOf, type PersonalDataMap } from '../../../platform/personal-data.ts';

/** What is kept of thanks: whose it is stands with the gift. */
export const thanksData: PersonalDataMap = {
  'giving.thanks': {
    gift_id: 'none',
    way: 'none',
    heard_at: 'none',
    means: 'none',
    thanked_at: 'none',
    thanked_by: { class: 'identity', purpose: 'to know who thanked', rule: numberOf },
  },
};
