import { numberOf, type PersonalDataMap, type Rule } from '../../platform/personal-data.ts';
import { childrenPersonalData } from './children/personal-data.ts';
import { dayData } from './day/personal-data.ts';

/** When somebody taught: what it came to is theirs, and insurers ask for it. */
const HELPING: Rule = {
  name: 'class_helping',
  of: 'person_id',
  keep: [{ after: 'class_ended', from: 'ends_at', lasts: 'P5Y' }],
  end: 'delete',
  export: 'row',
  leaving: 'delete',
};

const by = (purpose: string) => ({ class: 'identity', purpose, rule: numberOf }) as const;

/** What each column of this module can hold, what for and how long. */
export const personalData: PersonalDataMap = {
  'classes.courses': {
    id: 'none',
    state: 'none',
    begins_on: 'none',
    ends_on: 'none',
    room: 'none',
    from_age: 'none',
    to_age: 'none',
    address: 'none',
    texts: 'none',
    written_by: by('to know who wrote it'),
    created_at: 'none',
    version: 'none',
  },
  'classes.sessions': {
    id: 'none',
    course_id: 'none',
    state: 'none',
    starts_at: 'none',
    ends_at: 'none',
    room: 'none',
    plan: 'none',
    cap: 'none',
    taken: 'none',
    cancel_reason: 'none',
    moved_from: 'none',
    cost_jpy: 'none',
    created_at: 'none',
    version: 'none',
  },
  'classes.commitments': {
    id: 'none',
    session_id: 'none',
    person_id: 'none',
    role: 'none',
    state: { class: 'identity', purpose: 'to know who comes to a class', rule: HELPING },
    is_vetted: 'none',
    answer_by: 'none',
    asked_at: 'none',
    answered_at: 'none',
    came: { class: 'identity', purpose: 'to count what you gave', rule: HELPING },
    ends_at: 'none',
  },
  ...childrenPersonalData,
  'classes.enrolments': {
    id: 'none',
    child_id: 'none',
    course_id: 'none',
    state: 'none',
    asked_at: 'none',
    moved_at: 'none',
    version: 'none',
  },
  'classes.seats': {
    id: 'none',
    session_id: 'none',
    child_id: 'none',
    state: 'none',
    is_trial: 'none',
    waiting_since: 'none',
    offered_until: 'none',
    seated_at: 'none',
    version: 'none',
  },
  'classes.seat_moves': {
    id: 'none',
    session_id: 'none',
    seat_id: 'none',
    act: 'none',
    from_state: 'none',
    to_state: 'none',
    by_person: by('to know who changed it'),
    by_house: 'none',
    at: 'none',
  },
  ...dayData,
};
