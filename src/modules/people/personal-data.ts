import { numberOf, type PersonalDataMap, type Rule } from '../../platform/personal-data.ts';

/** Whatever somebody does, or has done for them, leaves an entry. */
const PROFILE: Rule = {
  name: 'profile',
  of: 'id',
  keep: [
    { after: 'last_act', from: 'created_at', lasts: 'P3Y' },
    { after: 'last_act', from: 'id<audit.entries.actor_id.at', lasts: 'P3Y' },
    { after: 'last_act', from: 'id<audit.entries.subject_id.at', lasts: 'P3Y' },
  ],
  end: 'erase_person',
  export: 'row',
  leaving: 'blank',
};
const OWN: Rule = {
  name: 'profile',
  of: 'person_id',
  keep: 'as_long_as_person',
  end: 'delete',
  export: 'row',
  leaving: 'delete',
};
/** Who lives together; a child's record goes with the last adult of its household. */
const HOUSEHOLD: Rule = { ...OWN, name: 'household', export: 'module' };
const ROLE: Rule = {
  ...OWN,
  name: 'roles',
  keep: [{ after: 'role_ended', from: 'until_on', lasts: 'P3Y' }],
};

/** Who proposed what about whom: a note of staff for each other. */
const STAFF_ACT: Rule = {
  ...ROLE,
  keep: [{ after: 'decided', from: 'proposed_at', lasts: 'P3Y' }],
  export: 'never',
};

const LEAVING: Rule = { ...OWN, name: 'leaving' };

const identity = (purpose: string, rule = PROFILE) => ({ class: 'identity', purpose, rule }) as const;
const contact = (purpose: string, rule = PROFILE) => ({ class: 'contact', purpose, rule }) as const;
const sensitive = (purpose: string, rule = PROFILE) => ({ class: 'sensitive', purpose, rule }) as const;
const freeText = (purpose: string, row: readonly string[], rule = PROFILE) =>
  ({ class: 'free_text', purpose, rule, sealed: row }) as const;
const by = { ...identity('to know who decided', ROLE), rule: numberOf } as const;

const HOURS = identity('to ask only at times that fit', OWN);

/** What each column of this module can hold, what for and how long. */
export const personalData: PersonalDataMap = {
  'people.persons': {
    id: 'none',
    name: identity('to know who somebody is'),
    preferred_name: identity('to call somebody by the name they like'),
    kana: identity('to read a name aloud'),
    romaji: identity('to read a name in Latin letters'),
    email: contact('to sign in and to tell what has happened'),
    phone: contact('to reach somebody on the day'),
    locale: identity('to write in a language they read'),
    gender: {
      ...sensitive('to respect the wish for a volunteer of one’s own gender'),
      plain: 'one of four words',
    },
    birth_year: identity('to find people of a similar age'),
    municipality_code: contact('to find people who live near'),
    town: contact('to find people who live near'),
    japanese_speaking: identity('to find a language in which two people understand each other'),
    eases_japanese: identity('to find volunteers who can speak Easy Japanese'),
    max_travel_km: identity('to ask volunteers only for visits within their reach'),
    sentence: freeText('to introduce somebody to those they are proposed to', ['id']),
    about: freeText('to introduce somebody to those they meet', ['id']),
    preferred_channel: contact('to reach somebody in the way they like'),
    is_child: { ...identity('to keep children from signing in'), rule: numberOf },
    sort_key: { ...identity('to put people in order'), export: 'never' },
    search_text: { ...identity('to find people by name'), export: 'never' },
    created_at: 'none',
    welcomed_at: identity('to greet somebody once'),
    access_ended_at: sensitive('to keep somebody out who may not come in'),
    erased_at: 'none',
  },
  'people.portraits': {
    person_id: 'none',
    // The picture itself goes along with all that somebody has brought.
    file_id: { ...identity('to show a face to those who meet', OWN), export: 'never' },
    changed_at: 'none',
  },
  'people.calendars': {
    person_id: 'none',
    token: {
      ...identity('to show somebody’s calendar when they are expected', OWN),
      export: 'never',
      sealed: ['person_id'],
    },
    digest: 'none',
    made_at: 'none',
  },
  'people.leavings': {
    person_id: identity('to erase somebody who has asked for it', LEAVING),
    asked_at: identity('to erase somebody who has asked for it', LEAVING),
    due_at: identity('to erase somebody who has asked for it', LEAVING),
    asked_by: by,
    identity_check: identity('to be sure that nobody else has asked', LEAVING),
    told_at: 'none',
  },
  'people.roles': {
    id: 'none',
    person_id: 'none',
    role: identity('to know who may do what', ROLE),
    since_on: identity('to know since when', ROLE),
    until_on: identity('to know until when', ROLE),
    granted_by: by,
    sort_key: { ...identity('to put people in order', ROLE), export: 'never' },
    grant_reason: { ...freeText('to know why it was decided', ['person_id', 'role'], ROLE), export: 'never' },
    ended_by: by,
    end_reason: { ...freeText('to know why it was decided', ['person_id', 'role'], ROLE), export: 'never' },
  },
  'people.staff_acts': {
    id: 'none',
    kind: identity('to know what was proposed', STAFF_ACT),
    person_id: identity('to know about whom it was proposed', STAFF_ACT),
    detail: identity('to know what was proposed', STAFF_ACT),
    reason: freeText('to know why it was proposed', ['id'], STAFF_ACT),
    proposed_by: { ...by, rule: numberOf },
    proposed_at: 'none',
    state: 'none',
    decided_by: { ...by, rule: numberOf },
    decided_at: 'none',
  },
  'people.languages': {
    person_id: 'none',
    language: identity('to find a language in which two people understand each other', OWN),
    speak: identity('to know in which tasks somebody can help or needs help', OWN),
    read: identity('to know in which tasks somebody can help or needs help', OWN),
    write: identity('to know in which tasks somebody can help or needs help', OWN),
    phone: identity('to know in which tasks somebody can help or needs help', OWN),
  },
  'people.contact_channels': {
    person_id: 'none',
    channel: contact('to reach somebody in the way they like', OWN),
    address: contact('to reach somebody in the way they like', OWN),
  },
  'people.households': { id: 'none', created_at: 'none' },
  'people.household_members': {
    person_id: 'none',
    household_id: identity('to know who lives together', HOUSEHOLD),
    relation: { ...sensitive('to know for whom help is wanted', HOUSEHOLD), plain: 'one of six words' },
    birth_month: sensitive('to find help that fits a child’s age', HOUSEHOLD),
  },
  'people.weekly_availability': { person_id: 'none', weekday: HOURS, start_minute: HOURS, end_minute: HOURS },
  'people.availability_exceptions': {
    id: 'none',
    person_id: 'none',
    on_day: HOURS,
    start_minute: HOURS,
    end_minute: HOURS,
    is_available: HOURS,
  },
  'people.pauses': { id: 'none', person_id: 'none', from_on: HOURS, until_on: HOURS },
  'people.shared_fields': {
    person_id: 'none',
    field: identity('to show only what somebody has chosen', OWN),
  },
};
