import { numberOf, type PersonalDataMap, type Rule } from '../../../platform/personal-data.ts';

/** Why money went back. */
const REASON: Rule = {
  name: 'refund_reasons',
  of: null,
  keep: [{ after: 'refund_asked', from: 'asked_at', lasts: 'P10Y' }],
  end: 'delete',
  export: 'never',
  leaving: { keeps: 'proof', law: 'books_of_account' },
};
const by = (purpose: string) => ({ class: 'identity', purpose, rule: numberOf }) as const;

/** What the treasurer's own tables hold. */
export const treasurerData: PersonalDataMap = {
  'giving.refunds': {
    id: 'none',
    gift_id: 'none',
    amount_jpy: 'none',
    state: 'none',
    needs_second: 'none',
    reason: { class: 'free_text', purpose: 'to know why money goes back', rule: REASON, sealed: ['id'] },
    asked_by: by('so that somebody else decides'),
    asked_at: 'none',
    decided_by: by('to know who decided'),
    decided_at: 'none',
    transaction_id: 'none',
  },
};
