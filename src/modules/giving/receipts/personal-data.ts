import { figureOf, numberOf, type PersonalDataMap, type Rule } from '../../../platform/personal-data.ts';

/** What stands on receipts: as long as the books that they belong to. */
const RECEIPT: Rule = {
  name: 'receipts',
  of: 'donor_id>giving.donors.person_id',
  keep: [{ after: 'receipt_issued', from: 'issued_at', lasts: 'P10Y' }],
  end: 'blank',
  mark: 'forgotten_at',
  export: 'row',
  leaving: { keeps: 'proof', law: 'books_of_account' },
};
const AMOUNT = figureOf('donor_id>giving.donors.person_id');

const by = (purpose: string) => ({ class: 'identity', purpose, rule: numberOf }) as const;

/** What each column of receipts can hold. */
export const receiptsData: PersonalDataMap = {
  'giving.receipt_counters': { fiscal_year: 'none', last: 'none' },
  'giving.receipts': {
    id: 'none',
    fiscal_year: 'none',
    number: 'none',
    number_before: 'none',
    kind: 'none',
    calendar_year: 'none',
    state: 'none',
    is_void: 'none',
    donor_id: 'none',
    amount_jpy: { class: 'money', purpose: 'to know what a receipt is for', rule: AMOUNT },
    code: 'none',
    words: {
      ...{ class: 'identity', purpose: 'to print the same receipt again', rule: RECEIPT },
      sealed: ['id'],
    },
    issued_at: 'none',
    issued_by: by('to know who issued it'),
    is_by_post: 'none',
    posted_at: 'none',
    reissues: 'none',
    reissued_at: 'none',
    voided_at: 'none',
    voided_by: by('to know who made it void'),
    void_reason: {
      ...{ class: 'free_text', purpose: 'to know why it is void', rule: RECEIPT },
      sealed: ['id'],
    },
    forgotten_at: 'none',
  },
  'giving.receipt_gifts': { gift_id: 'none', receipt_id: 'none', is_void: 'none' },
  'giving.receipt_runs': {
    id: 'none',
    calendar_year: 'none',
    state: 'none',
    begun_at: 'none',
    begun_by: by('to know who began it'),
    over_at: 'none',
    donors: 'none',
    issued: 'none',
    left_over: 'none',
    behind: 'none',
  },
};
