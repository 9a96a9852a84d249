import { numberOf, type PersonalDataMap, type Rule } from '../../src/platform/personal-data.ts';

const WALK: Rule = {
  name: 'walks',
  of: 'proposer_id',
  keep: [{ after: 'walk_over', from: 'on_day', lasts: 'P30D' }],
  end: 'delete',
  export: 'row',
  leaving: 'delete',
};

export const personalData: PersonalDataMap = {
  'walks.walks': {
    id: 'none',
    proposer_id: { class: 'identity', purpose: 'who would like company', rule: WALK },
    joiner_id: { class: 'identity', purpose: 'who comes along', rule: numberOf },
    on_day: { class: 'identity', purpose: 'when they walk', rule: WALK },
    meeting_place: { class: 'free_text', purpose: 'where they find each other', rule: WALK, sealed: ['id'] },
    created_at: 'none',
  },
};
