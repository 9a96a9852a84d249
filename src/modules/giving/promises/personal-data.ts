import { figureOf, numberOf, type PersonalDataMap, type Rule } from '../../../platform/personal-data.ts';

const OF_STEP = 'promise_id>giving.promises.donor_id>giving.donors.person_id';
const AMOUNT = figureOf('donor_id>giving.donors.person_id');
const STEP = figureOf(OF_STEP);
/** Why a monthly gift was stopped by us. */
const REASON: Rule = {
  name: 'promise_reasons',
  of: OF_STEP,
  keep: [{ after: 'promise_stopped', from: 'at', lasts: 'P3Y' }],
  end: 'blank',
  export: 'row',
  leaving: 'blank',
};

const money = (purpose: string, rule: Rule) => ({ class: 'money', purpose, rule }) as const;

/** What the tables of monthly gifts can hold. */
export const promiseData: PersonalDataMap = {
  'giving.promises': {
    id: 'none',
    donor_id: 'none',
    campaign_id: 'none',
    fund_id: 'none',
    amount_jpy: money('to know what is given every month', AMOUNT),
    state: 'none',
    version: 'none',
    is_anonymous: 'none',
    subscription: money('to know what charges it', AMOUNT),
    announced_at: 'none',
    began_at: 'none',
    paused_until: 'none',
    over_at: 'none',
    subscription_over_at: 'none',
    untold_since: 'none',
  },
  'giving.promise_steps': {
    id: 'none',
    promise_id: 'none',
    act: 'none',
    party: 'none',
    by_person: { class: 'identity', purpose: 'to know who did it', rule: numberOf },
    from_state: 'none',
    to_state: 'none',
    amount_before: money('to know what was changed', STEP),
    amount_after: money('to know what was changed', STEP),
    paused_until: 'none',
    once: 'none',
    reason: { class: 'free_text', purpose: 'to know why it was stopped', rule: REASON, sealed: ['id'] },
    at: 'none',
  },
};
