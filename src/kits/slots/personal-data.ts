import { numberOf, type PersonalDataMap, type Rule } from '../../platform/personal-data.ts';

const SLOT: Rule = {
  name: 'slots',
  of: 'host_id',
  keep: [{ after: 'happened', from: 'ends_at', lasts: 'P1Y' }],
  end: 'delete',
  export: 'row',
  leaving: 'delete',
};

/** What each column of this kit can hold, what for and how long. What a time is booked for lies with its program. */
export const personalData: PersonalDataMap = {
  'slots.offered': {
    id: 'none',
    kind: 'none',
    host_id: { class: 'identity', purpose: 'to know who comes', rule: numberOf },
    starts_at: 'none',
    ends_at: 'none',
    place: 'none',
    where_words: { class: 'free_text', purpose: 'to know where to come', rule: SLOT, sealed: ['id'] },
    offered_at: 'none',
  },
  'slots.bookings': { slot_id: 'none', for_id: 'none', booked_at: 'none' },
};
