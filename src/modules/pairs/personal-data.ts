import { type Keeping, numberOf, type PersonalDataMap, type Rule } from '../../platform/personal-data.ts';
import { wish } from './applications/keeping.ts';
import { applyingData } from './apply/personal-data.ts';
import { personalData as ofMonths } from './months/personal-data.ts';
import { pairData } from './pair/personal-data.ts';
import { inPool } from './pool/personal-data.ts';
import { inRounds } from './rounds/personal-data.ts';
import { wishPersonalData } from './wishes/personal-data.ts';

const OF_PAIR: readonly Keeping[] = [{ after: 'pairs_ended', from: 'over_at', lasts: 'P3Y' }];

const APPLICATION: Rule = {
  name: 'pair_applications',
  of: 'person_id',
  keep: wish(''),
  end: 'blank',
  mark: 'forgotten_at',
  export: 'module',
  leaving: 'blank',
};
/** Who was in it: goes with its person. */
const MEMBER: Rule = {
  name: 'pair_applications',
  of: 'person_id',
  keep: wish('application_id>pairs.applications.'),
  end: 'delete',
  export: 'row',
  leaving: 'delete',
};
/** Why these two: it tells of both, and is nobody's to take along. */
const REASONS: Rule = {
  name: 'pair_reasons',
  of: 'volunteer_application_id>pairs.applications.person_id',
  about: 'resident_application_id>pairs.applications.person_id',
  keep: OF_PAIR,
  end: 'blank',
  mark: 'forgotten_at',
  export: 'never',
  leaving: 'blank',
};
/** What coordinators noted with a step. */
const STEP: Rule = {
  name: 'pair_notes',
  of: 'by_person',
  keep: [
    ...wish('application_id>pairs.applications.'),
    { after: 'pairs_ended', from: 'pair_id>pairs.pairs.over_at', lasts: 'P3Y' },
  ],
  end: 'blank',
  export: 'never',
  leaving: 'blank',
};

const words = (purpose: string, rule: Rule) =>
  ({ class: 'free_text', purpose, rule, sealed: ['id'] }) as const;
const by = (purpose: string) => ({ class: 'identity', purpose, rule: numberOf }) as const;
const standing = { class: 'identity', purpose: 'to find a pair', rule: numberOf } as const;

/** What each column of this module can hold, what for and how long. */
export const personalData: PersonalDataMap = {
  ...wishPersonalData,
  ...applyingData,
  'pairs.applications': {
    id: 'none',
    side: standing,
    person_id: 'none',
    state: standing,
    version: 'none',
    submitted_at: 'none',
    entered_by: by('to know who wrote it down'),
    purposes: { class: 'identity', purpose: 'to find a pair', rule: APPLICATION },
    facts: { ...words('to find a pair', APPLICATION), class: 'sensitive' },
    emergency_contact: { ...words('to reach somebody in an emergency', APPLICATION), class: 'contact' },
    pledged_at: 'none',
    reduction: { class: 'sensitive', purpose: 'to ask for the right fee', rule: APPLICATION },
    decided_at: 'none',
    decided_by: by('to know who decided'),
    outcome_words: words('to tell the applicant why', APPLICATION),
    ready_at: 'none',
    paused_at: 'none',
    paused_days: 'none',
    fallen_through: 'none',
    need: { class: 'sensitive', purpose: 'to know for whom waiting is hard', rule: numberOf },
    heard_at: 'none',
    asked_whether_at: 'none',
    ended_at: 'none',
    forgotten_at: 'none',
  },
  'pairs.members': {
    application_id: 'none',
    person_id: { class: 'identity', purpose: 'to know whom a pair is of', rule: MEMBER },
    is_current: 'none',
  },
  'pairs.places': { application_id: 'none', place: 'none' },
  'pairs.pairs': {
    id: 'none',
    volunteer_application_id: 'none',
    resident_application_id: 'none',
    state: standing,
    version: 'none',
    coordinator_id: by('to know in whose care it is'),
    round_id: 'none',
    proposed_at: 'none',
    reasons: words('to know why these two', REASONS),
    fit: 'none',
    answer_by: 'none',
    volunteer_yes_at: 'none',
    resident_yes_at: 'none',
    started_on: 'none',
    ends_on: 'none',
    paused_on: 'none',
    over_at: 'none',
    ending: standing,
    offered_at: 'none',
    writing_stopped_at: 'none',
    look_again_on: 'none',
    months_told: 'none',
    forgotten_at: 'none',
  },
  ...inPool,
  ...inRounds,
  'pairs.held_places': { application_id: 'none', place: 'none', pair_id: 'none' },
  'pairs.steps': {
    id: 'none',
    application_id: 'none',
    pair_id: 'none',
    act: 'none',
    by_person: by('to know who did it'),
    reason: words('to know why', STEP),
    at: 'none',
  },
  ...ofMonths,
  ...pairData,
};
