import { numberOf, type PersonalDataMap, type Rule } from '../../../platform/personal-data.ts';
import { wish } from '../applications/keeping.ts';

/** To whose application it belongs. */
const APPLICANT = 'application_id>pairs.applications.person_id';
const OF_APPLICATION = wish('application_id>pairs.applications.');

/** What stands beside an application and ends with it; `dataOf` says it to its person. */
const beside = (name: string): Rule => ({
  name,
  of: APPLICANT,
  keep: OF_APPLICATION,
  end: 'delete',
  export: 'module',
  leaving: 'delete',
});
const SIGNATURE = beside('pair_signatures');
const CONSENT = beside('pair_consents');
const INTERVIEW: Rule = { ...beside('pair_interviews'), end: 'blank', leaving: 'blank' };
/** What coordinators noted of a talk. */
const NOTES: Rule = { ...INTERVIEW, name: 'pair_notes', export: 'never' };
/** Who paid what is in the books of a non-profit for seven years. */
const FEE: Rule = {
  ...beside('pair_fees'),
  keep: [{ after: 'pairs_fee', from: 'due_at', lasts: 'P7Y' }],
  leaving: { keeps: 'organization' },
};

const by = (purpose: string) => ({ class: 'identity', purpose, rule: numberOf }) as const;
const money = { class: 'money', purpose: 'to ask for what a pair costs', rule: FEE } as const;

/** What is held of people on the way from applying to being ready. */
export const applyingData: PersonalDataMap = {
  'pairs.terms': {
    side: 'none',
    version: 'none',
    texts: 'none',
    valid_from: 'none',
    made_by: by('to know who wrote it'),
  },
  'pairs.signatures': {
    application_id: 'none',
    side: 'none',
    version: 'none',
    locale: { class: 'identity', purpose: 'to prove what was agreed', rule: SIGNATURE },
    signed_at: 'none',
    recorded_by: by('to know who wrote it down'),
  },
  'pairs.consents': {
    id: 'none',
    application_id: 'none',
    kind: { class: 'identity', purpose: 'to know what somebody lets us do', rule: CONSENT },
    given_at: 'none',
    taken_back_at: 'none',
  },
  'pairs.interviews': {
    id: 'none',
    application_id: 'none',
    host_id: by('to know who talks with them'),
    starts_at: 'none',
    ends_at: 'none',
    place: 'none',
    where_words: {
      class: 'free_text',
      purpose: 'to meet for the interview',
      rule: INTERVIEW,
      sealed: ['id'],
    },
    series_id: 'none',
    sequence: 'none',
    cancelled_at: 'none',
    outcome: { class: 'identity', purpose: 'to decide about an application', rule: numberOf },
    outcome_by: by('to know who decided'),
    outcome_at: 'none',
    notes: { class: 'sensitive', purpose: 'to decide about an application', rule: NOTES, sealed: ['id'] },
  },
  'pairs.fees': {
    id: 'none',
    application_id: 'none',
    kind: 'none',
    pair_id: 'none',
    full_jpy: 'none',
    amount_jpy: money,
    state: 'none',
    due_at: 'none',
    settled_on: 'none',
    settled_by: by('to know who booked it'),
  },
};
