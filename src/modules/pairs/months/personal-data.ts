import type { Keeping, PersonalDataMap, Rule } from '../../../platform/personal-data.ts';
import { wish } from '../applications/keeping.ts';

/** So long after what two had together is over. */
const OF_PAIR: readonly Keeping[] = [
  { after: 'pairs_ended', from: 'pair_id>pairs.pairs.over_at', lasts: 'P3Y' },
];

/** What somebody said or wrote in a pair: theirs alone, and gone with them. */
const saidBy = (name: string, of: string): Rule => ({
  name,
  of,
  keep: OF_PAIR,
  end: 'delete',
  export: 'row',
  leaving: 'delete',
});
const ACTIVITY = saidBy('pair_activities', 'author_id');
const CHECK_IN = saidBy('pair_check_ins', 'person_id');
/** Said by an application before there is a pair. */
const LONELINESS: Rule = {
  ...saidBy('pair_loneliness', 'person_id'),
  keep: [...OF_PAIR, ...wish('application_id>pairs.applications.')],
};
const LONELINESS_ASK = saidBy('pair_loneliness', 'person_id');
const CLOSURE = saidBy('pair_closures', 'person_id');
const CERTIFICATE: Rule = { ...saidBy('pair_certificates', 'person_id'), keep: 'as_long_as_person' };
/** What coordinators had to look at: it may tell of either side what the other must not learn. */
const ALARM: Rule = {
  ...saidBy('pair_alarms', 'pair_id>pairs.pairs.volunteer_application_id>pairs.applications.person_id'),
  about: 'pair_id>pairs.pairs.resident_application_id>pairs.applications.person_id',
  export: 'never',
};

const whose = (purpose: string, rule: Rule) => ({ class: 'identity', purpose, rule }) as const;
const sealed = (purpose: string, rule: Rule) =>
  ({ class: 'sensitive', purpose, rule, sealed: ['id'] }) as const;

/** What the six months of a pair and their end hold of people. */
export const personalData: PersonalDataMap = {
  'pairs.activities': {
    id: 'none',
    pair_id: 'none',
    author_id: whose('to know who wrote it down', ACTIVITY),
    kind: 'none',
    happened_on: 'none',
    month: 'none',
    minutes: 'none',
    written_at: 'none',
  },
  'pairs.check_ins': {
    id: 'none',
    pair_id: 'none',
    side: 'none',
    person_id: whose('to know who was asked', CHECK_IN),
    month: 'none',
    is_deeper: 'none',
    asked_at: 'none',
    answer_by: 'none',
    answered_at: 'none',
    answers: sealed('to see whether it goes well', CHECK_IN),
  },
  'pairs.alarms': {
    id: 'none',
    pair_id: 'none',
    kind: { class: 'sensitive', purpose: 'to see what a coordinator must look at', rule: ALARM },
    cause: 'none',
    opened_at: 'none',
    closed_at: 'none',
    closed_by: whose('to know who looked at it', ALARM),
    words: { ...sealed('to know what was done', ALARM), class: 'free_text' },
  },
  'pairs.loneliness': {
    id: 'none',
    pair_id: 'none',
    application_id: 'none',
    person_id: whose('to compare with later', LONELINESS),
    month: 'none',
    answers: sealed('to see whether people are less lonely', LONELINESS),
    answered_at: 'none',
  },
  'pairs.loneliness_asks': {
    pair_id: 'none',
    person_id: whose('to write to them once only', LONELINESS_ASK),
    asked_at: 'none',
  },
  'pairs.loneliness_means': {
    month: 'none',
    people: 'none',
    before: 'none',
    after: 'none',
    give_or_take: 'none',
    counted_at: 'none',
  },
  'pairs.closures': {
    id: 'none',
    pair_id: 'none',
    side: 'none',
    person_id: whose('to know who said how it was', CLOSURE),
    closed_at: 'none',
    answers: sealed('to learn from how it was', CLOSURE),
    last_page: { ...sealed('to bring it to the other', CLOSURE), class: 'free_text' },
    delivered_at: 'none',
    wants_again: whose('to find another pair', CLOSURE),
    wants_same: whose('to propose the same person again when both wish it', CLOSURE),
    stays_in_touch: whose('to tell both when both wish it', CLOSURE),
    may_be_told: whose('to tell of it with their consent', CLOSURE),
  },
  'pairs.certificates': {
    code: 'none',
    pair_id: 'none',
    person_id: whose('to know whose paper it is', CERTIFICATE),
    name: { ...sealed('to say whose paper it is', CERTIFICATE), class: 'identity', sealed: ['code'] },
    side: 'none',
    started_on: 'none',
    ended_on: 'none',
    issued_at: 'none',
  },
};
