import { dispatchPersonalData } from '../../kits/dispatch/index.ts';
import { figureOf, numberOf, type PersonalDataMap, type Rule } from '../../platform/personal-data.ts';
import { spotSetting } from './settings.ts';

const REQUEST_OF_VISIT = 'assignment_id>spot.assignments.request_id>spot.support_requests';
const VOLUNTEER_OF_VISIT = 'assignment_id>spot.assignments.volunteer_id';

/** The words of a request and all around it, by the way to its row. */
const forgotten = (request: string): Rule => ({
  name: 'requests',
  of: `${request}requester_id`,
  keep: [
    {
      after: 'request_ended',
      from: `${request}ended_at`,
      lasts: { setting: spotSetting, days: 'forgetAfterDays' },
    },
  ],
  end: 'blank',
  export: 'row',
  leaving: 'blank',
});
const REQUEST: Rule = { ...forgotten(''), mark: 'forgotten_at' };
const HISTORY: Rule = {
  ...forgotten('request_id>spot.support_requests.'),
  of: 'by_person',
  about: 'request_id>spot.support_requests.requester_id',
};
const FEEDBACK: Rule = { ...forgotten(`${REQUEST_OF_VISIT}.`), about: VOLUNTEER_OF_VISIT };
const REPORT: Rule = {
  ...forgotten(`${REQUEST_OF_VISIT}.`),
  of: VOLUNTEER_OF_VISIT,
  about: `${REQUEST_OF_VISIT}.requester_id`,
};
/** A worry tells of somebody else, and a file can be opened by whom it is about. */
const WORRY: Rule = {
  ...forgotten(`${REQUEST_OF_VISIT}.`),
  name: 'safety_notes',
  export: 'never',
  leaving: { keeps: 'safety' },
};
const DRAFT: Rule = {
  name: 'drafts',
  of: 'person_id',
  keep: [{ after: 'draft_saved', from: 'saved_at', lasts: 'P30D' }],
  end: 'delete',
  export: 'row',
  leaving: 'delete',
};
const FIGURE = figureOf('requester_id');
const VISIT = figureOf(VOLUNTEER_OF_VISIT);

const text = (purpose: string, row: readonly string[], rule: Rule) =>
  ({ class: 'free_text', purpose, rule, sealed: row }) as const;
/** May tell of health, children or danger. */
const grave = (purpose: string, row: readonly string[], rule: Rule) =>
  ({ class: 'sensitive', purpose, rule, sealed: row }) as const;
/** Of the coordinators alone: whom it is about reads it nowhere. */
const NOTE: Rule = { ...forgotten('request_id>spot.support_requests.'), export: 'never' };
const told = { class: 'sensitive', purpose: 'to find somebody who fits', rule: FIGURE } as const;
const rendered = {
  class: 'identity',
  purpose: 'to know who said it in Japanese',
  rule: REQUEST,
  export: 'never',
} as const;
const where = { class: 'contact', purpose: 'to find somebody near, and to meet', rule: REQUEST } as const;
const fair = 'to share the work fairly';
const promise = { class: 'identity', purpose: fair, rule: figureOf('volunteer_id') } as const;
/** How somebody was ranked for a request, which tells where and who its requester is. */
const ranked = { ...promise, export: 'never' } as const;
const visit = { class: 'identity', purpose: fair, rule: VISIT } as const;
const by = { class: 'identity', purpose: 'to know who did it', rule: numberOf } as const;
const corrected = {
  ...told,
  rule: numberOf,
  plain: 'a kind of help or of place, minutes, times, tags of languages',
} as const;
const correctedPlace = {
  ...where,
  // The place as it is now is exported with the request; its requester reads the others in the history.
  rule: { ...forgotten('request_id>spot.support_requests.'), export: 'never' },
  sealed: ['request_id', 'field'],
} as const;
const safe = { class: 'sensitive', purpose: 'to keep people safe', rule: numberOf } as const;

/** What each column of this module can hold, what for and how long. */
export const personalData: PersonalDataMap = {
  ...dispatchPersonalData,
  'spot.support_requests': {
    id: 'none',
    requester_id: 'none',
    entered_by: by,
    state: 'none',
    state_since: 'none',
    submitted_at: 'none',
    ended_at: 'none',
    forgotten_at: 'none',
    version: 'none',
    coordinator_id: by,
    category: told,
    own_words: grave('to understand what is needed', ['id'], REQUEST),
    own_words_locale: { ...told, plain: 'the tag of a language' },
    japanese_words: grave('to understand what is needed', ['id'], REQUEST),
    japanese_origin: rendered,
    japanese_by: rendered,
    japanese_at: rendered,
    needed_tasks: told,
    talk_languages: told,
    is_easy_japanese_ok: told,
    place_kind: 'none',
    municipality_code: { ...told, class: 'contact' },
    town: where,
    place_name: { ...where, sealed: ['id'] },
    exact_address: { ...where, sealed: ['id'] },
    gender_wish: told,
    good_to_know: grave('to be prepared', ['id'], REQUEST),
    duration_minutes: 'none',
    photo_ids: { class: 'sensitive', purpose: 'to understand a letter', rule: REQUEST, files: true },
    redirected_to: told,
    outcome_words: text('to tell the requester why', ['id'], REQUEST),
    was_cancelled_late: told,
  },
  'spot.possible_times': {
    request_id: 'none',
    starts_at: { ...told, rule: figureOf('request_id>spot.support_requests.requester_id') },
  },
  'spot.legal_transitions': { act: 'none', from_state: 'none', to_state: 'none' },
  'spot.transitions': {
    id: 'none',
    request_id: 'none',
    act: 'none',
    from_state: 'none',
    to_state: 'none',
    by_person: by,
    by_party: 'none',
    reason: text('to know why', ['request_id', 'act'], HISTORY),
    at: 'none',
  },
  'spot.corrections': {
    id: 'none',
    request_id: 'none',
    field: 'none',
    was: corrected,
    becomes: corrected,
    was_words: correctedPlace,
    becomes_words: correctedPlace,
    reason: text('to tell the requester why', ['request_id', 'field'], HISTORY),
    by_person: by,
    at: 'none',
  },
  'spot.notes': {
    id: 'none',
    request_id: 'none',
    words: grave('to tell the other coordinators', ['id'], NOTE),
    handed_to: by,
    by_person: by,
    at: 'none',
  },
  'spot.drafts': {
    person_id: 'none',
    fields: {
      class: 'sensitive',
      purpose: 'to go on asking later',
      rule: DRAFT,
      sealed: ['person_id'],
    },
    photo_ids: { class: 'sensitive', purpose: 'to understand a letter', rule: DRAFT, files: true },
    saved_at: 'none',
  },
  'spot.offers': {
    id: 'none',
    request_id: 'none',
    volunteer_id: 'none',
    wave: 'none',
    state: promise,
    score: ranked,
    language: promise,
    distance_meters: { ...ranked, class: 'contact' },
    reasons: ranked,
    asked_at: promise,
    asked_by: by,
    answered_at: promise,
  },
  'spot.assignments': {
    id: 'none',
    request_id: 'none',
    volunteer_id: 'none',
    offer_id: 'none',
    starts_at: promise,
    ends_at: promise,
    period: promise,
    language: promise,
    is_active: 'none',
    accepted_at: promise,
    confirmed_at: promise,
    ended_at: promise,
    ended_because: promise,
    absent_side: ranked,
    overdue_told_at: 'none',
    whether_met_asked_at: 'none',
  },
  'spot.volunteer_records': {
    volunteer_id: ranked,
    visits_done: ranked,
    practiced: ranked,
    last_served_at: ranked,
  },
  'spot.visits': { assignment_id: 'none', checked_in_at: visit, checked_out_at: visit },
  'spot.visit_reports': {
    assignment_id: 'none',
    done_words: grave('to know that help happened', ['assignment_id'], REPORT),
    spent_minutes: visit,
    learned_words: text('to learn from each other', ['assignment_id'], REPORT),
    reported_at: visit,
  },
  'spot.visit_feedback': {
    assignment_id: 'none',
    solution: { ...told, rule: figureOf(`${REQUEST_OF_VISIT}.requester_id`) },
    thanks_words: text('to thank the volunteer', ['assignment_id'], FEEDBACK),
    is_unsafe: safe,
    unsafe_words: grave('to keep people safe', ['assignment_id'], WORRY),
    given_at: 'none',
    worry_closed_at: safe,
  },
};
