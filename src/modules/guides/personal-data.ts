import { numberOf, type PersonalDataMap, type Rule } from '../../platform/personal-data.ts';

/** What somebody was asked to look at and said: for a year, so that a wrong fact can be asked after. */
const CHECK: Rule = {
  name: 'guide_checks',
  of: 'volunteer_id',
  keep: [{ after: 'check_asked', from: 'asked_at', lasts: 'P1Y' }],
  end: 'delete',
  export: 'row',
  leaving: 'delete',
};

const by = (purpose: string) => ({ class: 'identity', purpose, rule: numberOf }) as const;

/** What each column of this module can hold, what for and how long. Answers to "Was this right?" are nobody's. */
export const personalData: PersonalDataMap = {
  'guides.guides': {
    id: 'none',
    slug: 'none',
    category: 'none',
    municipality_code: 'none',
    state: 'none',
    revision: 'none',
    version: 'none',
    begun_by: by('to know who began it'),
    created_at: 'none',
    submitted_by: by('to know who submitted it'),
    submitted_at: 'none',
    published_at: 'none',
  },
  'guides.words': {
    guide_id: 'none',
    locale: 'none',
    words: 'none',
    pieces: 'none',
    origin: 'none',
    based_on: 'none',
    written_by: by('to know who wrote it'),
    written_at: 'none',
  },
  'guides.revisions': {
    guide_id: 'none',
    number: 'none',
    grade: 'none',
    words: 'none',
    written_by: by('to know who wrote it'),
    at: 'none',
  },
  'guides.steps': { id: 'none', guide_id: 'none', place: 'none' },
  'guides.facts': {
    id: 'none',
    kind: 'none',
    texts: 'none',
    municipality_code: 'none',
    source: 'none',
    verified_on: 'none',
    next_check_on: 'none',
    every_days: 'none',
    fields: 'none',
    languages: 'none',
    phone: 'none',
    cost: 'none',
    verified_by: by('to know who found it so'),
    version: 'none',
    created_at: 'none',
  },
  'guides.step_facts': { step_id: 'none', fact_id: 'none', place: 'none' },
  'guides.checks': {
    id: 'none',
    fact_id: 'none',
    volunteer_id: { class: 'identity', purpose: 'to ask who lives near', rule: CHECK },
    state: 'none',
    asked_at: 'none',
    answered_at: { class: 'identity', purpose: 'to know since when it is so', rule: CHECK },
    found: {
      class: 'free_text',
      purpose: 'to put right what has changed',
      rule: CHECK,
      sealed: ['id'],
    },
    settled_by: by('to know who put it right'),
    version: 'none',
  },
  'guides.answers': {
    step_id: 'none',
    on_month: 'none',
    right_count: 'none',
    wrong_count: 'none',
    seen_count: 'none',
  },
  'guides.terms': { term: 'none', guide_id: 'none', weight: 'none' },
};
