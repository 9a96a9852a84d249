import { type Keeping, numberOf, type PersonalDataMap, type Rule } from '../../../platform/personal-data.ts';

const of = (way: string): readonly Keeping[] => [
  { after: 'pairs_ended', from: `${way}over_at`, lasts: 'P3Y' },
];
const ITS_PAIR = 'pair_id>pairs.pairs.';

const EXPECTATION: Rule = {
  name: 'pair_expectations',
  of: 'person_id',
  keep: of(ITS_PAIR),
  end: 'delete',
  export: 'row',
  leaving: 'delete',
};
/** Where they met: in the words of a coordinator. */
const INTRODUCTION: Rule = {
  name: 'pair_introductions',
  of: `${ITS_PAIR}volunteer_application_id>pairs.applications.person_id`,
  about: `${ITS_PAIR}resident_application_id>pairs.applications.person_id`,
  keep: of(ITS_PAIR),
  end: 'delete',
  export: 'never',
  leaving: 'delete',
};
const CONTACT: Rule = { ...EXPECTATION, name: 'pair_contacts' };

const by = (purpose: string) => ({ class: 'identity', purpose, rule: numberOf }) as const;

/** What stands beside a pair on its way. */
export const pairData: PersonalDataMap = {
  'pairs.expectations': {
    pair_id: 'none',
    side: 'none',
    person_id: by('to know who wrote it'),
    given: {
      class: 'free_text',
      purpose: 'to let two people know what each expects',
      rule: EXPECTATION,
      sealed: ['pair_id', 'side'],
    },
    given_at: 'none',
  },
  'pairs.introductions': {
    id: 'none',
    pair_id: 'none',
    host_id: by('to know who introduces them'),
    starts_at: 'none',
    ends_at: 'none',
    place: 'none',
    where_words: {
      class: 'free_text',
      purpose: 'to meet for the first time',
      rule: INTRODUCTION,
      sealed: ['id'],
    },
    sequence: 'none',
    set_by: by('to know who set the time'),
    set_at: 'none',
    called_off_at: 'none',
  },
  'pairs.given_contacts': {
    pair_id: 'none',
    side: 'none',
    person_id: by('to know whose they are'),
    channels: { class: 'contact', purpose: 'to reach each other', rule: CONTACT },
    given_at: 'none',
  },
};
