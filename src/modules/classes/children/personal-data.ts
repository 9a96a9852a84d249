import { type PersonalDataMap, type Rule, who } from '../../../platform/personal-data.ts';

/** A child, and all that is kept of them: with the guardian who answers for them, and a year after they have left. */
export const CHILD: Rule = {
  name: 'class_children',
  of: 'answered_by',
  keep: [{ after: 'child_left', from: 'left_at', lasts: 'P1Y' }],
  end: 'delete',
  export: 'module',
  leaving: 'delete',
};
const ANSWERED = 'child_id>classes.children.answered_by';
const LEFT = 'child_id>classes.children.left_at';
const ofChild = (name: string): Rule => ({
  ...{ name, of: ANSWERED, end: 'delete', export: 'module', leaving: 'delete' },
  keep: [{ after: 'child_left', from: LEFT, lasts: 'P1Y' }],
});

const GUARDIAN: Rule = { ...ofChild('class_guardians'), about: 'person_id' };
const FETCHER: Rule = {
  ...ofChild('class_fetchers'),
  atMost: { after: 'fetching_over', from: 'until_on', lasts: 'P90D' },
};
/** Who must not fetch, and why: said by one about another, for nobody's export. */
const BAR: Rule = { ...ofChild('class_bars'), export: 'never' };
/** Health: as long as the consent, and not longer than fourteen days after the child has left. */
const CARE: Rule = {
  ...ofChild('class_health'),
  keep: [{ after: 'consent_over', from: 'consent_until', lasts: 'P30D' }],
  atMost: { after: 'child_left', from: LEFT, lasts: 'P14D' },
};
const READING: Rule = {
  ...ofChild('class_readings'),
  of: 'person_id',
  export: 'row',
  keep: [{ after: 'consent_over', from: 'note_id>classes.care_notes.consent_until', lasts: 'P30D' }],
};

const sealed = (purpose: string, rule: Rule, kind: 'free_text' | 'sensitive' = 'free_text') =>
  ({ class: kind, purpose, rule, sealed: ['id'] }) as const;
const by = (rule: Rule) => ({ ...who('to know who said it', rule), export: 'never' }) as const;

/** What each column of children and of those around them can hold, what for and how long. */
export const childrenPersonalData: PersonalDataMap = {
  'classes.children': {
    id: 'none',
    created_at: who('to know since when a child comes', CHILD),
    left_at: 'none',
    said: sealed('to teach a child as they are', CHILD),
    birth_month: who('to know the age and the school year', CHILD),
    is_first_of_april: who('to know the school year', CHILD),
    answered_by: 'none',
    photos: who('to know whether a child may be in a picture', CHILD),
    photos_said_at: 'none',
    photos_said_by: by(CHILD),
    care_said_at: 'none',
  },
  'classes.guardianships': {
    id: 'none',
    child_id: 'none',
    person_id: 'none',
    said: sealed('to know who answers for a child, and to call them', GUARDIAN),
    may_fetch: 'none',
    may_see: 'none',
    custody: sealed('to know who decides, and who must not know the place', GUARDIAN, 'sensitive'),
    custody_said_at: 'none',
    hides_place: 'none',
    looked_at: 'none',
    from_on: 'none',
    until_on: 'none',
    said_by: by(GUARDIAN),
    said_at: 'none',
  },
  'classes.fetchers': {
    id: 'none',
    child_id: 'none',
    said: sealed('to hand a child over to whom the family trusts', FETCHER),
    from_on: 'none',
    until_on: 'none',
    given_by: by(FETCHER),
    given_at: 'none',
    revoked_at: 'none',
    revoked_by: by(FETCHER),
  },
  'classes.bars': {
    id: 'none',
    child_id: 'none',
    said: sealed('not to hand a child over to somebody', BAR, 'sensitive'),
    from_on: 'none',
    until_on: 'none',
    barred_by: by(BAR),
    barred_at: 'none',
    ended_at: 'none',
    ended_by: by(BAR),
  },
  'classes.care_notes': {
    id: 'none',
    child_id: 'none',
    kind: { class: 'sensitive', purpose: 'to look after a child', rule: CARE },
    said: sealed('to look after a child', CARE, 'sensitive'),
    consent_by: by(CARE),
    consent_at: 'none',
    consent_until: 'none',
  },
  'classes.care_readings': {
    note_id: 'none',
    session_id: 'none',
    person_id: 'none',
    read_at: who('to know that a tutor knows what to look after', READING),
  },
};
