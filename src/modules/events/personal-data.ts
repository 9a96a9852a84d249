import { brief, numberOf, type PersonalDataMap, type Rule } from '../../platform/personal-data.ts';

const CONFIRMED = ['seated', 'waiting', 'offered', 'passed', 'cancelled'];
/** By the registration that a way leads to: kept for a year, so that somebody can ask what was agreed; for days where it was never confirmed. */
const kept = (way: string): Rule['keep'] => [
  {
    after: 'event_ended',
    from: `${way}ends_at`,
    lasts: 'P1Y',
    where: { column: 'state', is: CONFIRMED },
  },
  {
    after: 'event_asked',
    from: `${way}created_at`,
    lasts: 'P3D',
    where: { column: 'state', is: ['asked'] },
  },
];

/** Who came and how to reach them. `dataOf` says it to whom it is about, with the event: a row says only that there was one. */
const REGISTRATION: Rule = {
  name: 'event_registrations',
  of: 'person_id',
  keep: kept(''),
  end: 'delete',
  export: 'module',
  leaving: 'delete',
};
const COMER: Rule = {
  ...REGISTRATION,
  of: 'registration_id>events.registrations.person_id',
  keep: kept('registration_id>events.registrations.'),
};
/** What somebody needed there, and asked: for those who prepare it. */
const NEEDS: Rule = {
  name: 'event_needs',
  of: 'person_id',
  keep: [{ after: 'event_ended', from: 'ends_at', lasts: 'P14D' }],
  end: 'blank',
  export: 'module',
  leaving: 'blank',
};

/** How it was, and what they wrote about it; what stays of it are the numbers of the report. */
const ANSWER: Rule = {
  name: 'event_answers',
  of: 'registration_id>events.registrations.person_id',
  keep: [{ after: 'event_ended', from: 'registration_id>events.registrations.ends_at', lasts: 'P1Y' }],
  end: 'delete',
  export: 'module',
  leaving: 'delete',
};
/** What coordinators learned of an event, for the next. */
const LEARNED: Rule = {
  name: 'event_learned',
  of: null,
  keep: [{ after: 'event_ended', from: 'event_id>events.events.ends_at', lasts: 'P5Y' }],
  end: 'blank',
  export: 'never',
  leaving: { keeps: 'organization' },
};

/** At what somebody helped and for how long: what it came to is theirs, and insurers ask for it. */
const HELPING: Rule = {
  name: 'event_helping',
  of: 'person_id',
  keep: [{ after: 'event_ended', from: 'event_id>events.events.ends_at', lasts: 'P5Y' }],
  end: 'delete',
  export: 'module',
  leaving: 'delete',
};

/** The names of who came without having registered: to find them again on the day. */
const WALK_IN: Rule = {
  ...brief('event_walk_ins', { after: 'event_ended', from: 'event_id>events.events.ends_at', lasts: 'P14D' }),
  end: 'blank',
};

const by = (purpose: string) => ({ class: 'identity', purpose, rule: numberOf }) as const;
const comer = (purpose: string) => ({ class: 'identity', purpose, rule: COMER }) as const;

/** What each column of this module can hold, what for and how long. */
export const personalData: PersonalDataMap = {
  'events.events': {
    id: 'none',
    kind: 'none',
    state: 'none',
    starts_at: 'none',
    ends_at: 'none',
    registration_closes_at: 'none',
    is_online: 'none',
    online_url: 'none',
    address: 'none',
    audience: 'none',
    access: 'none',
    photo_policy: 'none',
    fee_jpy: 'none',
    suggested_gift_jpy: 'none',
    texts: 'none',
    machine_made: 'none',
    responsible_id: by('to know who answers for it'),
    program: 'none',
    campaign_id: 'none',
    copied_from: 'none',
    sequence: 'none',
    version: 'none',
    written_by: by('to know who wrote it'),
    created_at: 'none',
    submitted_by: by('to know who submitted it'),
    published_at: 'none',
    last_call_at: 'none',
    over_at: 'none',
    seated_count: 'none',
    came_count: 'none',
    walk_in_count: 'none',
  },
  'events.languages': { event_id: 'none', language: 'none', kind: 'none' },
  'events.seats': {
    id: 'none',
    event_id: 'none',
    kind: 'none',
    language: 'none',
    capacity: 'none',
    taken: 'none',
  },
  'events.registrations': {
    id: 'none',
    event_id: 'none',
    person_id: 'none',
    email: {
      class: 'contact',
      purpose: 'to tell you what becomes of your registration',
      rule: REGISTRATION,
      plain: 'mails go there, and one address registers once',
    },
    name: {
      class: 'identity',
      purpose: 'to find you on the list at the door',
      rule: REGISTRATION,
      plain: 'the list at the door is ordered by it',
    },
    locale: 'none',
    state: 'none',
    waiting_since: 'none',
    offered_until: 'none',
    needs: {
      class: 'sensitive',
      purpose: 'to prepare what you need',
      rule: NEEDS,
      sealed: ['id'],
    },
    question: { class: 'free_text', purpose: 'to answer your question', rule: NEEDS, sealed: ['id'] },
    sequence: 'none',
    version: 'none',
    created_at: 'none',
    ends_at: 'none',
  },
  'events.attendees': {
    id: 'none',
    registration_id: 'none',
    place: 'none',
    is_child: 'none',
    age: comer('to have seats and places to craft for children'),
    crafts: 'none',
    interpretation: comer('to have an interpreter for your language'),
  },
  'events.seat_moves': {
    id: 'none',
    event_id: 'none',
    registration_id: 'none',
    act: 'none',
    from_state: 'none',
    to_state: 'none',
    by_person: by('to know who changed it'),
    by_house: 'none',
    at: 'none',
  },
  'events.answers': {
    registration_id: 'none',
    event_id: 'none',
    answers: {
      class: 'free_text',
      purpose: 'to hold the next event better',
      rule: ANSWER,
      sealed: ['registration_id'],
    },
    answered_at: 'none',
  },
  'events.reports': {
    event_id: 'none',
    figures: 'none',
    learned: {
      class: 'free_text',
      purpose: 'to hold the next event better',
      rule: LEARNED,
      sealed: ['event_id'],
    },
    reported_by: by('to know who reported it'),
    reported_at: 'none',
  },
  'events.helpers': {
    id: 'none',
    event_id: 'none',
    person_id: { class: 'identity', purpose: 'to know who helps at the door', rule: HELPING },
    made_by: by('to know who asked them'),
    made_at: 'none',
    ended_at: 'none',
    minutes: { class: 'identity', purpose: 'to count what you gave', rule: HELPING },
  },
  'events.door_entries': {
    id: 'none',
    event_id: 'none',
    device: 'none',
    seq: 'none',
    act: 'none',
    registration_id: 'none',
    place: 'none',
    adults: 'none',
    children: 'none',
    language: 'none',
    name: {
      class: 'identity',
      purpose: 'to find you again at the door',
      rule: WALK_IN,
      plain: 'the list at the door shows it',
    },
    undoes_device: 'none',
    undoes_seq: 'none',
    by_person: by('to know who was at the door'),
    pressed_at: comer('to know that you came'),
    received_at: 'none',
  },
};
