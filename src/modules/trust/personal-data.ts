import { type Keeping, numberOf, type PersonalDataMap, type Rule } from '../../platform/personal-data.ts';

const LED_TO_NOTHING = ['submitted', 'declined', 'withdrawn'];
const LED_TO_VOLUNTEERING = ['approved', 'ended'];

/** An application in its own row, and all of a person's from another row of theirs. */
const candidacy = (to: string): readonly Keeping[] => [
  {
    after: 'application_failed',
    from: `${to}decided_at`,
    lasts: 'P6M',
    where: { column: 'state', is: LED_TO_NOTHING },
  },
  {
    after: 'volunteering_ended',
    from: `${to}ended_at`,
    lasts: 'P3Y',
    where: { column: 'state', is: LED_TO_VOLUNTEERING },
  },
];
const OF_PERSON = 'person_id<trust.applications.person_id.';

const APPLICATION: Rule = {
  name: 'applications',
  of: 'person_id',
  keep: candidacy(''),
  end: 'blank',
  mark: 'forgotten_at',
  export: 'row',
  leaving: 'blank',
};
const INTERVIEW: Rule = { ...omitMark(APPLICATION), name: 'interviews', keep: candidacy(OF_PERSON) };
/** What staff note for each other. */
const NOTE: Rule = { ...INTERVIEW, name: 'notes', export: 'never' };
/** Who may know whom we have checked: it is asked who could, long after. */
const KEEPER: Rule = {
  name: 'clearance_keepers',
  of: 'person_id',
  keep: [{ after: 'keeping_ended', from: 'ended_at', lasts: 'P3Y' }],
  end: 'delete',
  export: 'row',
  leaving: 'delete',
};
const STEP: Rule = {
  name: 'steps',
  of: 'person_id',
  keep: candidacy(OF_PERSON),
  end: 'delete',
  export: 'row',
  leaving: 'delete',
};
const DECISION: Rule = {
  name: 'decisions',
  of: 'person_id',
  keep: [
    { after: 'decided', from: 'at', lasts: 'P3Y' },
    ...candidacy(OF_PERSON),
    { after: 'restriction_ended', from: 'person_id<trust.restrictions.person_id.until_at', lasts: 'P0D' },
    {
      after: 'restriction_ended',
      from: 'person_id<trust.restrictions.other_person_id.until_at',
      lasts: 'P0D',
    },
  ],
  end: 'blank',
  export: 'never',
  leaving: { keeps: 'safety' },
};
const RESTRICTION: Rule = {
  ...DECISION,
  name: 'safety_notes',
  keep: [{ after: 'restriction_ended', from: 'until_at', lasts: 'P3Y' }],
};
/** Neither who is meant nor who raised it may find it in a file that somebody else can open. */
const CONCERN: Rule = {
  ...DECISION,
  name: 'safety_notes',
  of: 'about_person_id',
  keep: [{ after: 'concern_closed', from: 'closed_at', lasts: 'P3Y' }],
  mark: 'forgotten_at',
};
const INSURANCE: Rule = {
  name: 'insurance',
  of: 'person_id',
  keep: [{ after: 'insurance_ended', from: 'until_on', lasts: 'P3Y' }],
  end: 'delete',
  export: 'row',
  leaving: { keeps: 'insurance', law: 'insurance_act_95' },
};

function omitMark({ mark: _, ...rule }: Rule): Rule {
  return rule;
}

const words = (purpose: string, rule: Rule) =>
  ({ class: 'free_text', purpose, rule, sealed: ['id'] }) as const;
const by = (purpose: string) => ({ class: 'identity', purpose, rule: numberOf }) as const;
const step = { class: 'identity', purpose: 'to know who may be asked to help', rule: STEP } as const;
/** Worked out from the steps. */
const lastStep = { ...step, export: 'never' } as const;
const standing = { class: 'identity', purpose: 'to know who may be asked to help', rule: numberOf } as const;
const wish = {
  class: 'identity',
  purpose: 'to know what somebody would like to help with',
  rule: APPLICATION,
} as const;
const restriction = { class: 'sensitive', purpose: 'to keep people safe', rule: numberOf } as const;
const insurance = { class: 'identity', purpose: 'to know who is insured', rule: INSURANCE } as const;

/** What each column of this module can hold, what for and how long. */
export const personalData: PersonalDataMap = {
  'trust.policies': {
    id: 'none',
    valid_from: 'none',
    needs_insurance: 'none',
    made_by: by('to know who decided'),
    made_at: 'none',
    reason: {
      class: 'free_text',
      purpose: 'to know why it was decided',
      rule: numberOf,
      plain: 'why the steps to approval are as they are, about nobody',
    },
  },
  'trust.policy_steps': {
    policy_id: 'none',
    step: 'none',
    position: 'none',
    demand: 'none',
    valid_months: 'none',
    remind_days: 'none',
  },
  'trust.policy_programs': { policy_id: 'none', program: 'none', steps: 'none', needs_insurance: 'none' },
  'trust.applications': {
    id: 'none',
    person_id: 'none',
    state: standing,
    submitted_at: 'none',
    motivation: words('to decide about an application', APPLICATION),
    experience: words('to decide about an application', APPLICATION),
    help_with: wish,
    decided_at: 'none',
    outcome_words: words('to tell the applicant why', APPLICATION),
    ended_at: 'none',
    forgotten_at: 'none',
  },
  'trust.interviews': {
    id: 'none',
    person_id: 'none',
    starts_at: 'none',
    duration_minutes: 'none',
    place: 'none',
    where_words: words('to meet for the interview', INTERVIEW),
    scheduled_by: by('to know who decided'),
    scheduled_at: 'none',
    cancelled_at: 'none',
    series_id: 'none',
    sequence: 'none',
    outcome: standing,
    outcome_by: by('to know who decided'),
    outcome_at: 'none',
    note: words('to decide about an application', NOTE),
  },
  'trust.completions': {
    id: 'none',
    person_id: 'none',
    step: step,
    done_on: step,
    words: {
      class: 'free_text',
      purpose: 'to know which training it was',
      rule: STEP,
      plain: 'the title of a training',
    },
    pledge_lines: step,
    interview_id: 'none',
    recorded_by: by('to know who recorded it'),
    recorded_at: 'none',
  },
  'trust.clearance_keepers': {
    id: 'none',
    person_id: 'none',
    named_by: by('to know who decided'),
    named_at: { class: 'identity', purpose: 'to know who may record checks', rule: KEEPER },
    ended_at: 'none',
    ended_by: by('to know who decided'),
  },
  'trust.last_steps': { id: 'none', person_id: lastStep, step: lastStep, done_on: lastStep },
  'trust.restrictions': {
    id: 'none',
    kind: restriction,
    person_id: 'none',
    other_person_id: restriction,
    reason: words('to know why it was decided', RESTRICTION),
    set_by: by('to know who decided'),
    since_at: 'none',
    until_at: 'none',
    lifted_by: by('to know who decided'),
    lift_reason: words('to know why it was decided', RESTRICTION),
  },
  'trust.insurance_years': {
    person_id: 'none',
    fiscal_year: 'none',
    plan: insurance,
    starts_on: insurance,
    until_on: 'none',
    recorded_by: by('to know who recorded it'),
    recorded_at: 'none',
  },
  'trust.concerns': {
    id: 'none',
    about_person_id: 'none',
    raised_by: by('to ask back'),
    program: 'none',
    object_kind: 'none',
    object_id: 'none',
    words: words('to keep people safe', CONCERN),
    raised_at: 'none',
    state: 'none',
    assessed_by: by('to know who looked into it'),
    assessed_at: 'none',
    assessment: words('to keep people safe', CONCERN),
    closed_by: by('to know who closed it'),
    closed_at: 'none',
    closing: words('to keep people safe', CONCERN),
    forgotten_at: 'none',
  },
  'trust.decisions': {
    id: 'none',
    person_id: 'none',
    act: standing,
    by_person: by('to know who decided'),
    reason: { ...words('to know why it was decided', DECISION), sealed: ['person_id', 'act'] },
    at: 'none',
  },
  'trust.renewal_reminders': {
    person_id: 'none',
    subject: 'none',
    until_on: 'none',
    reminded_at: 'none',
  },
};
