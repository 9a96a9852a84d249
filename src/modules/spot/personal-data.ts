import type { PersonalDataMap } from '../../platform/personal-data.ts';
import { dispatchPersonalData } from './dispatch/personal-data.ts';

const FORGOTTEN = 'until 90 days after the request has ended (setting), then forgotten';
const DRAFT = 'until the request is sent, at most 30 days after the last change';
const KEPT = 'kept with the request, as a figure';

const text = (purpose: string, row: readonly string[]) =>
  ({ class: 'free_text', purpose, retention: FORGOTTEN, sealed: row }) as const;
/** May tell of health, children or danger. */
const grave = (purpose: string, row: readonly string[]) =>
  ({ class: 'sensitive', purpose, retention: FORGOTTEN, sealed: row }) as const;
const told = { class: 'sensitive', purpose: 'to find somebody who fits', retention: KEPT } as const;
const where = {
  class: 'contact',
  purpose: 'to find somebody near, and to meet',
  retention: FORGOTTEN,
} as const;
const promise = { class: 'identity', purpose: 'to share the work fairly', retention: KEPT } as const;
const by = { class: 'identity', purpose: 'to know who did it', retention: KEPT } as const;

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
    own_words: grave('to understand what is needed', ['id']),
    own_words_locale: { ...told, plain: 'the tag of a language' },
    japanese_words: grave('to understand what is needed', ['id']),
    japanese_origin: 'none',
    japanese_by: by,
    japanese_at: 'none',
    needed_tasks: told,
    talk_languages: told,
    is_easy_japanese_ok: told,
    place_kind: 'none',
    municipality_code: { ...told, class: 'contact' },
    town: { ...told, class: 'contact' },
    place_name: { ...where, sealed: ['id'] },
    exact_address: { ...where, sealed: ['id'] },
    gender_wish: told,
    good_to_know: grave('to be prepared', ['id']),
    duration_minutes: 'none',
    photo_ids: { class: 'sensitive', purpose: 'to understand a letter', retention: FORGOTTEN },
    redirected_to: told,
    outcome_words: text('to tell the requester why', ['id']),
    was_cancelled_late: told,
  },
  'spot.possible_times': { request_id: 'none', starts_at: told },
  'spot.legal_transitions': { act: 'none', from_state: 'none', to_state: 'none' },
  'spot.transitions': {
    id: 'none',
    request_id: 'none',
    act: 'none',
    from_state: 'none',
    to_state: 'none',
    by_person: by,
    by_party: 'none',
    reason: text('to know why', ['request_id', 'act']),
    at: 'none',
  },
  'spot.corrections': {
    id: 'none',
    request_id: 'none',
    field: 'none',
    was: { ...told, plain: 'one of the kinds of help, or minutes' },
    becomes: { ...told, plain: 'one of the kinds of help, or minutes' },
    reason: text('to tell the requester why', ['request_id', 'field']),
    by_person: by,
    at: 'none',
  },
  'spot.drafts': {
    person_id: 'none',
    fields: {
      class: 'sensitive',
      purpose: 'to go on asking later',
      retention: DRAFT,
      sealed: ['person_id'],
    },
    photo_ids: { class: 'sensitive', purpose: 'to understand a letter', retention: DRAFT },
    saved_at: 'none',
  },
  'spot.offers': {
    id: 'none',
    request_id: 'none',
    volunteer_id: 'none',
    wave: 'none',
    state: promise,
    score: promise,
    language: promise,
    distance_meters: { ...promise, class: 'contact' },
    reasons: promise,
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
    absent_side: promise,
    overdue_told_at: 'none',
  },
  'spot.visits': { assignment_id: 'none', checked_in_at: promise, checked_out_at: promise },
  'spot.visit_reports': {
    assignment_id: 'none',
    done_words: grave('to know that help happened', ['assignment_id']),
    spent_minutes: promise,
    learned_words: text('to learn from each other', ['assignment_id']),
    reported_at: promise,
  },
  'spot.visit_feedback': {
    assignment_id: 'none',
    solution: told,
    thanks_words: text('to thank the volunteer', ['assignment_id']),
    is_unsafe: { class: 'sensitive', purpose: 'to keep people safe', retention: KEPT },
    unsafe_words: grave('to keep people safe', ['assignment_id']),
    given_at: 'none',
    worry_closed_at: { class: 'sensitive', purpose: 'to keep people safe', retention: KEPT },
  },
};
