import { numberOf, type PersonalDataMap, type Rule } from '../../../platform/personal-data.ts';

/** Who was in a round and what came of it: numbers of applications with what decides, no names. It tells of many. */
const ROUND: Rule = {
  name: 'pair_rounds',
  of: null,
  keep: [{ after: 'pairs_round_solved', from: 'solved_at', lasts: 'P6M' }],
  end: 'blank',
  mark: 'forgotten_at',
  export: 'never',
  leaving: { keeps: 'soon_gone' },
};

/** What coordinators wrote beside two: it tells of both, and goes with the round or with either of them. */
const WORDS: Rule = {
  name: 'pair_round_words',
  of: 'resident_application_id>pairs.applications.person_id',
  about: 'volunteer_application_id>pairs.applications.person_id',
  keep: [{ after: 'pairs_round_solved', from: 'round_id>pairs.rounds.solved_at', lasts: 'P6M' }],
  end: 'delete',
  export: 'never',
  leaving: 'delete',
};

const within = { class: 'sensitive', purpose: 'to propose pairs', rule: ROUND, sealed: ['id'] } as const;
const by = (purpose: string) => ({ class: 'identity', purpose, rule: numberOf }) as const;

/** What the tables of rounds can hold of people. */
export const inRounds: PersonalDataMap = {
  'pairs.rounds': {
    id: 'none',
    state: 'none',
    version: 'none',
    created_by: by('to know who began it'),
    created_at: 'none',
    held_on: 'none',
    area: 'none',
    weights_version: 'none',
    input: within,
    result: within,
    solved_at: 'none',
    solving_id: 'none',
    solving_for: by('to tell whoever asked how far it is'),
    solving_share: 'none',
    over_at: 'none',
    forgotten_at: 'none',
  },
  'pairs.round_decisions': {
    round_id: 'none',
    resident_application_id: 'none',
    volunteer_application_id: 'none',
    kind: 'none',
    decided_by: by('to know who decided'),
    decided_at: 'none',
  },
  'pairs.round_words': {
    id: 'none',
    round_id: 'none',
    resident_application_id: 'none',
    volunteer_application_id: 'none',
    words: { class: 'free_text', purpose: 'to tell other coordinators', rule: WORDS, sealed: ['id'] },
    written_by: by('to know who wrote it'),
    written_at: 'none',
  },
  'pairs.round_steps': {
    id: 'none',
    round_id: 'none',
    act: 'none',
    by_person: by('to know who did it'),
    resident_application_id: 'none',
    volunteer_application_id: 'none',
    at: 'none',
  },
};
