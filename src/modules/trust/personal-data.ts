import type { PersonalDataMap } from '../../platform/personal-data.ts';

const AFTER_THE_END = 'three years after its end, then the words are forgotten';
const APPLICATION =
  'six months after an application that led to nothing, three years after the end of volunteering; then forgotten';
const GOOD = 'as long as it says who may be asked to help';

const words = (purpose: string, retention = AFTER_THE_END) =>
  ({ class: 'free_text', purpose, retention, sealed: ['id'] }) as const;
const by = (purpose: string) => ({ class: 'identity', purpose, retention: GOOD }) as const;
const standing = { class: 'identity', purpose: 'to know who may be asked to help', retention: GOOD } as const;
const wish = {
  class: 'identity',
  purpose: 'to know what somebody would like to help with',
  retention: GOOD,
} as const;
const restriction = { class: 'sensitive', purpose: 'to keep people safe', retention: GOOD } as const;
const insurance = { class: 'identity', purpose: 'to know who is insured', retention: GOOD } as const;

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
      retention: AFTER_THE_END,
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
    where_words: words('to meet for the interview', APPLICATION),
    scheduled_by: by('to know who decided'),
    scheduled_at: 'none',
    cancelled_at: 'none',
    outcome: standing,
    outcome_by: by('to know who decided'),
    outcome_at: 'none',
    note: words('to decide about an application', APPLICATION),
  },
  'trust.completions': {
    id: 'none',
    person_id: 'none',
    step: standing,
    done_on: standing,
    words: {
      class: 'free_text',
      purpose: 'to know which training it was',
      retention: GOOD,
      plain: 'the title of a training',
    },
    pledge_lines: standing,
    interview_id: 'none',
    recorded_by: by('to know who recorded it'),
    recorded_at: 'none',
  },
  'trust.restrictions': {
    id: 'none',
    kind: restriction,
    person_id: 'none',
    other_person_id: restriction,
    reason: words('to know why it was decided'),
    set_by: by('to know who decided'),
    since_at: 'none',
    until_at: 'none',
    lifted_by: by('to know who decided'),
    lift_reason: words('to know why it was decided'),
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
    words: words('to keep people safe'),
    raised_at: 'none',
    state: 'none',
    assessed_by: by('to know who looked into it'),
    assessed_at: 'none',
    assessment: words('to keep people safe'),
    closed_by: by('to know who closed it'),
    closed_at: 'none',
    closing: words('to keep people safe'),
    forgotten_at: 'none',
  },
  'trust.decisions': {
    id: 'none',
    person_id: 'none',
    act: standing,
    by_person: by('to know who decided'),
    reason: { ...words('to know why it was decided'), sealed: ['person_id', 'act'] },
    at: 'none',
  },
  'trust.renewal_reminders': {
    person_id: 'none',
    subject: 'none',
    until_on: 'none',
    reminded_at: 'none',
  },
};
