import { brief, numberOf, type PersonalDataMap } from '../../../platform/personal-data.ts';

/** What the provider told of, by its names of things. */
const notices = (from: string) =>
  ({
    class: 'money',
    purpose: 'to look up a payment',
    rule: brief('provider_notices', { after: 'notice_came', from, lasts: 'P1Y' }),
  }) as const;
/** What a demonstration remembers of money that never was. */
const practiced = {
  class: 'money',
  purpose: 'to practice giving',
  rule: brief('practice_payments', { after: 'practice_paid', from: 'changed_at', lasts: 'P1Y' }),
} as const;

/** What the tables of payments can hold, what for and how long. */
export const paymentsData: PersonalDataMap = {
  'giving.provider_events': {
    id: 'none',
    type: 'none',
    kind: 'none',
    object_id: notices('recorded_at'),
    happened_at: 'none',
    recorded_at: 'none',
    done_at: 'none',
  },
  'giving.card_failures': {
    charge: notices('failed_at'),
    reference: notices('failed_at'),
    card: notices('failed_at'),
    failed_at: 'none',
  },
  'giving.card_rests': {
    id: 'none',
    began_at: 'none',
    failed: 'none',
    opened_at: 'none',
    opened_by: { class: 'identity', purpose: 'to know who opened again', rule: numberOf },
  },
  'giving.provider_objects': { id: notices('looked_at'), look: 'none', looked_at: 'none' },
  'giving.provider_differences': {
    object_id: notices('found_at'),
    kind: 'none',
    there_jpy: 'none',
    here_jpy: 'none',
    found_at: 'none',
  },
  'giving.provider_comparison': {
    is_the_only_one: 'none',
    compared_at: 'none',
    unheard: 'none',
    otherwise: 'none',
  },
  'giving.practice_objects': {
    id: 'none',
    reference: 'none',
    subscription: 'none',
    channel: 'none',
    amount_jpy: practiced,
    state: 'none',
    refunded_jpy: 'none',
    attempts: 'none',
    back_done: 'none',
    back_left: 'none',
    made_at: 'none',
    changed_at: 'none',
  },
};
