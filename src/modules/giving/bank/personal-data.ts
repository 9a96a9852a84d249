import { numberOf, type PersonalDataMap, type Rule } from '../../../platform/personal-data.ts';

const LAW = 'books_of_account';

/** Who paid what, as the bank told it: as long as the books, of which it is the voucher. */
const LINE: Rule = {
  name: 'bank_lines',
  of: null,
  keep: [{ after: 'booked', from: 'taken_in_at', lasts: 'P10Y' }],
  end: 'blank',
  mark: 'forgotten_at',
  export: 'never',
  leaving: { keeps: 'proof', law: LAW },
};
/** A file that was brought and never taken in. */
const FILE: Rule = {
  name: 'bank_files',
  of: null,
  keep: [{ after: 'bank_file_read', from: 'read_at', lasts: 'P7D' }],
  end: 'blank',
  mark: 'forgotten_at',
  export: 'never',
  leaving: { keeps: 'soon_gone' },
};
/** The organization's own accounts: as long as their lines. */
const ACCOUNT: Rule = {
  ...LINE,
  name: 'bank_accounts',
  keep: [{ after: 'booked', from: 'id<giving.bank_lines.account_id.taken_in_at', lasts: 'P10Y' }],
  leaving: { keeps: 'organization' },
};

const by = (purpose: string) => ({ class: 'identity', purpose, rule: numberOf }) as const;
const line = (purpose: string) => ({ class: 'identity', purpose, rule: LINE, sealed: ['id'] }) as const;
const account = (purpose: string) => ({ class: 'money', purpose, rule: ACCOUNT, sealed: ['id'] }) as const;

/** What each column of the bank's files can hold. */
export const bankPersonalData: PersonalDataMap = {
  'giving.bank_accounts': {
    id: 'none',
    number: account('to know which account of the organization a file is of'),
    hash_key: account('to know a line again without its name'),
    columns: 'none',
    created_at: 'none',
    forgotten_at: 'none',
  },
  'giving.bank_imports': {
    id: 'none',
    source: 'none',
    account_id: 'none',
    state: 'none',
    content: { class: 'money', purpose: 'to show a file before it is taken in', rule: FILE, sealed: ['id'] },
    read_at: 'none',
    read_by: by('to know who brought it'),
    taken_in_at: 'none',
    taken_in_by: by('to know who took it in'),
    new_lines: 'none',
    forgotten_at: 'none',
  },
  'giving.bank_lines': {
    id: 'none',
    account_id: 'none',
    import_id: 'none',
    kind: 'none',
    state: 'none',
    version: 'none',
    day: 'none',
    amount_jpy: 'none',
    balance_jpy: 'none',
    key_hash: 'none',
    likeness_hash: 'none',
    payer_hash: 'none',
    payer: line('to know who a transfer is from'),
    details: { ...line('to know what the bank says of a transfer'), class: 'money' },
    transaction_id: 'none',
    cancels: 'none',
    taken_in_at: 'none',
    forgotten_at: 'none',
  },
  'giving.bank_explanations': {
    id: 'none',
    line_id: 'none',
    kind: 'none',
    explained_by: 'none',
    amount_jpy: 'none',
    gift_id: 'none',
    account_id: 'none',
    transaction_id: 'none',
    explained_at: 'none',
    by_person: by('to know who explained it'),
    undone_at: 'none',
    undone_by: by('to know who took that back'),
  },
};
