import { brief, numberOf, type PersonalDataMap, type Rule, who } from '../../platform/personal-data.ts';

const closed = (way: string, lasts: string): Rule['keep'] => [
  { after: 'matter_closed', from: `${way}closed_at`, lasts },
];

/** That there was a matter, of what field and how it ended: so that somebody who comes back need not begin again. */
const MATTER: Rule = {
  name: 'matters',
  of: 'resident_id',
  keep: closed('', 'P5Y'),
  end: 'delete',
  export: 'module',
  leaving: 'delete',
};
/** What was written in it. `dataOf` opens what is theirs to have: the words to them and from them, no note. */
const WORDS: Rule = {
  ...MATTER,
  name: 'matter_words',
  of: 'matter_id>consultations.matters.resident_id',
  keep: closed('matter_id>consultations.matters.', 'P5Y'),
};
/** Papers go sooner than words: they show most, and whoever needs one again has it. */
const PAPERS: Rule = {
  ...WORDS,
  name: 'matter_papers',
  keep: closed('matter_id>consultations.matters.', 'P90D'),
};
/** Names of others are there to be compared, for as long as there may be an expert to ask. */
const PARTIES: Rule = { ...PAPERS, name: 'matter_parties' };
/** Who has opened it stays as long as there is anything to open, whoever would like it gone. */
const OPENING: Rule = {
  ...numberOf,
  name: 'matter_openings',
  of: 'matter_id>consultations.matters.resident_id',
  export: 'module',
  leaving: { keeps: 'proof' },
};

/** Experts and interpreters of a day have no account: nobody but the coordinators who planned it knows who they are. */
const DAY = brief('expert_days', {
  after: 'day_over',
  from: 'day_id>consultations.days.on_day',
  lasts: 'P90D',
});

/** An expert has no account either. */
const EXPERT = brief('experts', { after: 'expert_left', from: 'left_at', lasts: 'P1Y' });

/** Nor has an interpreter. */
const INTERPRETER = brief('interpreters', { after: 'interpreter_left', from: 'left_at', lasts: 'P1Y' });

const sealedMatter = (purpose: string) =>
  ({ class: 'sensitive', purpose, rule: MATTER, sealed: ['id'] }) as const;
const sealedWords = (purpose: string) =>
  ({ class: 'sensitive', purpose, rule: WORDS, sealed: ['id'] }) as const;
const by = (purpose: string) => who(purpose, numberOf);

/** What each column of this module can hold, what for and how long. */
export const personalData: PersonalDataMap = {
  'consultations.matters': {
    id: 'none',
    number: 'none',
    resident_id: who('to answer you', MATTER),
    is_anonymous: 'none',
    field: {
      class: 'sensitive',
      purpose: 'to find who knows about it',
      rule: MATTER,
      plain: 'the desk is searched and counted by it; what it is about in particular lies sealed',
    },
    language: 'none',
    urgency: 'none',
    state: 'none',
    origin: 'none',
    responsible_id: by('to know who answers for it'),
    key: sealedMatter('to open what you wrote, for those who may'),
    contact: sealedMatter('to reach you when and where it is safe'),
    in_danger: 'none',
    dangers: sealedMatter('to help first where somebody may be in danger'),
    is_quiet: 'none',
    answer_by: 'none',
    answered_at: 'none',
    outcome: 'none',
    version: 'none',
    created_at: 'none',
    closed_at: 'none',
    late_told_at: 'none',
  },
  'consultations.entries': {
    id: 'none',
    matter_id: 'none',
    kind: 'none',
    author_id: by('to know who wrote it'),
    words: { class: 'sensitive', purpose: 'to help you with it', rule: WORDS, sealed: ['id'] },
    at: 'none',
  },
  'consultations.files': {
    id: 'none',
    matter_id: 'none',
    file_id: { class: 'sensitive', purpose: 'to help you with it', rule: PAPERS, files: true },
    place: 'none',
    brought_by: by('to know who brought it'),
    at: 'none',
  },
  'consultations.openings': {
    id: 'none',
    matter_id: 'none',
    person_id: by('to show you who has opened it'),
    as_what: 'none',
    reason: { class: 'sensitive', purpose: 'to show you why it was opened', rule: OPENING, sealed: ['id'] },
    at: 'none',
    until_at: 'none',
  },
  'consultations.reviews': {
    opening_id: 'none',
    reviewer_id: by('to know who has looked at an opening'),
    verdict: 'none',
    at: 'none',
  },
  'consultations.deadlines': {
    id: 'none',
    matter_id: 'none',
    kind: 'none',
    on_day: who('to see that nothing is too late', WORDS),
    entered_by: by('to know who entered it'),
    entered_at: 'none',
    done_at: 'none',
    told_days: 'none',
  },
  'consultations.advices': {
    id: 'none',
    matter_id: 'none',
    japanese: sealedWords('to give you advice that its expert has read'),
    words: sealedWords('to give you advice in your language'),
    language: 'none',
    origin: 'none',
    written_by: by('to know who wrote it down'),
    written_at: 'none',
    reader: sealedWords('to show you which expert has read it'),
    read_at: 'none',
    given_at: 'none',
  },
  'consultations.appointments': {
    id: 'none',
    matter_id: 'none',
    host_id: by('to know whom you meet'),
    starts_at: who('to meet or call you', WORDS),
    ends_at: 'none',
    way: 'none',
    where_words: sealedWords('to show you where to come'),
    sequence: 'none',
    set_by: by('to know who chose the time'),
    set_at: 'none',
    called_off_at: 'none',
  },
  'consultations.days': {
    id: 'none',
    on_day: 'none',
    from_time: 'none',
    minutes: 'none',
    times: 'none',
    made_by: by('to know who planned it'),
    made_at: 'none',
  },
  'consultations.day_people': {
    id: 'none',
    day_id: 'none',
    kind: 'none',
    name: { ...who('to plan a day of experts', DAY), sealed: ['id'] },
    fields: 'none',
    languages: 'none',
    register_id: who('to plan a day of experts', DAY),
  },
  'consultations.day_matters': { day_id: 'none', matter_id: 'none', expert_id: 'none' },
  'consultations.tasks': {
    id: 'none',
    matter_id: 'none',
    kind: 'none',
    whose: 'none',
    words: sealedWords('to see that what is to be done is done'),
    on_day: who('to see that what is to be done is done', WORDS),
    entered_by: by('to know who entered it'),
    entered_at: 'none',
    told_at: 'none',
    done_at: 'none',
  },
  'consultations.questions': {
    matter_id: 'none',
    months: 'none',
    due_on: 'none',
    asked_at: 'none',
    answer: who('to learn whether it has helped', WORDS),
    answered_at: 'none',
  },
  'consultations.experts': {
    id: 'none',
    person: { ...who('to ask an expert for advice', EXPERT), sealed: ['id'] },
    license: 'none',
    fields: 'none',
    languages: 'none',
    hours_a_month: 'none',
    added_by: by('to know who entered it'),
    added_at: 'none',
    left_at: 'none',
  },
  'consultations.interpreters': {
    id: 'none',
    person: { ...who('to find an interpreter', INTERPRETER), sealed: ['id'] },
    languages: 'none',
    skill: 'none',
    pledged_on: who('to let nobody interpret who has not promised to tell nobody', INTERPRETER),
    added_by: by('to know who entered it'),
    added_at: 'none',
    left_at: 'none',
  },
  'consultations.interpretings': {
    id: 'none',
    matter_id: 'none',
    interpreter_id: 'none',
    language: 'none',
    starts_at: who('to know who interprets, and when', WORDS),
    ends_at: 'none',
    tie: who('to let no relative and no child interpret', WORDS),
    chosen_by: by('to know who has chosen them'),
    chosen_at: 'none',
    ended_at: 'none',
  },
  'consultations.referrals': {
    id: 'none',
    matter_id: 'none',
    expert_id: 'none',
    hours: 'none',
    manner: 'none',
    receiver: sealedWords('to pass on what you agreed to, to whom you agreed'),
    passes: 'none',
    until_on: 'none',
    proposed_by: by('to know who proposed it'),
    proposed_at: 'none',
    agreed_at: who('to pass on nothing without your yes', WORDS),
    asked_at: 'none',
    answer: 'none',
    reason: 'none',
    answered_at: 'none',
    ended_at: 'none',
  },
  'consultations.parties': {
    id: 'none',
    matter_id: 'none',
    party: {
      class: 'sensitive',
      purpose: 'to see that no expert advises both sides',
      rule: PARTIES,
      sealed: ['id'],
    },
    entered_by: by('to know who entered it'),
    entered_at: 'none',
  },
  'consultations.office_referrals': {
    id: 'none',
    matter_id: 'none',
    office: sealedWords('to name the office that you agreed to, and what you show there'),
    proposed_by: by('to know who proposed it'),
    proposed_at: 'none',
    agreed_at: 'none',
    told: sealedWords('to know what was said to that office about you'),
    ended_at: 'none',
  },
  'consultations.conflict_checks': {
    referral_id: 'none',
    matter_id: 'none',
    tries: 'none',
    try_id: 'none',
    begun_at: 'none',
    until_at: 'none',
    answer: 'none',
    answered_at: 'none',
    call_wanted_at: 'none',
    decision: 'none',
    decided_by: by('to know who has asked the expert'),
    decided_at: 'none',
  },
  'consultations.danger_checks': {
    matter_id: 'none',
    item: 'none',
    by_person: by('to know who has done it'),
    at: 'none',
  },
  'consultations.steps': {
    id: 'none',
    matter_id: 'none',
    act: 'none',
    from_state: 'none',
    to_state: 'none',
    by_person: by('to know who has done it'),
    at: 'none',
  },
};
