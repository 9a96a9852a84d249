import type { PersonalDataMap } from '../../platform/personal-data.ts';

const PROFILE = 'three years after the last act, then only counted';
const CHILD = 'one year after the household has left';
const ROLE = 'three years after the role has ended';

const identity = (purpose: string, retention = PROFILE) =>
  ({ class: 'identity', purpose, retention }) as const;
const contact = (purpose: string) => ({ class: 'contact', purpose, retention: PROFILE }) as const;
const sensitive = (purpose: string, retention = PROFILE) =>
  ({ class: 'sensitive', purpose, retention }) as const;
const freeText = (purpose: string, row: readonly string[], retention = PROFILE) =>
  ({ class: 'free_text', purpose, retention, sealed: row }) as const;

const HOURS = identity('to ask only at times that fit');

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
    about: freeText('to introduce somebody to those they meet', ['id']),
    preferred_channel: contact('to reach somebody in the way they like'),
    is_child: identity('to keep children from signing in', CHILD),
    sort_key: identity('to put people in order'),
    search_text: identity('to find people by name'),
    created_at: 'none',
    welcomed_at: 'none',
    access_ended_at: sensitive('to keep somebody out who may not come in'),
  },
  'people.roles': {
    id: 'none',
    person_id: 'none',
    role: identity('to know who may do what', ROLE),
    since_on: 'none',
    until_on: 'none',
    granted_by: identity('to know who decided', ROLE),
    grant_reason: freeText('to know why it was decided', ['person_id', 'role'], ROLE),
    ended_by: identity('to know who decided', ROLE),
    end_reason: freeText('to know why it was decided', ['person_id', 'role'], ROLE),
  },
  'people.languages': {
    person_id: 'none',
    language: identity('to find a language in which two people understand each other'),
    speak: identity('to know in which tasks somebody can help or needs help'),
    read: identity('to know in which tasks somebody can help or needs help'),
    write: identity('to know in which tasks somebody can help or needs help'),
    phone: identity('to know in which tasks somebody can help or needs help'),
  },
  'people.contact_channels': {
    person_id: 'none',
    channel: contact('to reach somebody in the way they like'),
    address: contact('to reach somebody in the way they like'),
  },
  'people.households': { id: 'none', created_at: 'none' },
  'people.household_members': {
    person_id: 'none',
    household_id: identity('to know who lives together'),
    relation: { ...sensitive('to know for whom help is wanted', CHILD), plain: 'one of six words' },
    birth_month: sensitive('to find help that fits a child’s age', CHILD),
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
  'people.shared_fields': { person_id: 'none', field: identity('to show only what somebody has chosen') },
};
