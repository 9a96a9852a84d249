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

/** How the two of a merge stood, as long as it can be taken apart. */
const MERGED: Rule = {
  name: 'donor_merges',
  of: 'standing_id>giving.donors.person_id',
  keep: [{ after: 'donors_merged', from: 'merged_at', lasts: 'P1Y' }],
  end: 'blank',
  mark: 'forgotten_at',
  export: 'row',
  leaving: 'blank',
};
/** By what they are found to be entered twice: it goes with their name, by the database. */
const SIGNS: Rule = {
  name: 'donor_signs',
  of: 'donor_id>giving.donors.person_id',
  keep: 'as_long_as_row',
  end: 'delete',
  export: 'never',
  leaving: 'delete',
};

/** What is kept of donors beside themselves. */
export const donorsData: PersonalDataMap = {
  'giving.donor_signs': {
    donor_id: 'none',
    sign: 'none',
    digest: { class: 'identity', purpose: 'to find who is entered twice', rule: SIGNS },
  },
  'giving.donor_pairs': {
    id: 'none',
    one_id: 'none',
    other_id: 'none',
    signs: 'none',
    found_at: 'none',
    differ_since: 'none',
    decided_by: { class: 'identity', purpose: 'to know who said it', rule: numberOf },
  },
  'giving.donor_merges': {
    id: 'none',
    merged_id: 'none',
    standing_id: 'none',
    followed: 'none',
    has_gifts: 'none',
    merged_at: 'none',
    merged_by: { class: 'identity', purpose: 'to know who merged them', rule: numberOf },
    taken: {
      class: 'free_text',
      purpose: 'to take apart what was merged by mistake',
      rule: MERGED,
      sealed: ['id'],
    },
    undone_at: 'none',
    undone_by: { class: 'identity', purpose: 'to know who took them apart', rule: numberOf },
    forgotten_at: 'none',
  },
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
