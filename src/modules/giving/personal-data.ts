import { figureOf, numberOf, type PersonalDataMap, type Rule } from '../../platform/personal-data.ts';
import { bankPersonalData } from './bank/personal-data.ts';
import { campaignData } from './campaigns/personal-data.ts';
import { deedsData } from './deeds/personal-data.ts';
import { donorsData } from './donors/personal-data.ts';
import { paymentsData } from './payments/personal-data.ts';
import { promiseData } from './promises/personal-data.ts';
import { receiptsData } from './receipts/personal-data.ts';
import { thanksData } from './thanks/personal-data.ts';
import { treasurerData } from './treasurer/personal-data.ts';

/** Books and receipts are kept for years by whoever has to account for money (特定非営利活動促進法施行規則 32, 法人税法施行規則 59). */
const LAW = 'books_of_account';

/** Who gave: as long as the books in which their gifts stand; without a gift, a year after what they announced. */
const DONOR: Rule = {
  name: 'donors',
  of: 'person_id',
  keep: [
    { after: 'donor_entered', from: 'created_at', lasts: 'P1Y' },
    { after: 'pledge_made', from: 'id<giving.pledges.donor_id.made_at', lasts: 'P1Y' },
    { after: 'gift_received', from: 'id<giving.gifts.donor_id.recorded_at', lasts: 'P10Y' },
    // What came in from somebody who was merged into them came before that; what came since is their own.
    {
      after: 'donors_merged',
      from: 'id<giving.donor_merges.standing_id.merged_at',
      lasts: 'P10Y',
      where: { column: 'has_gifts', is: ['true'] },
    },
  ],
  end: 'blank',
  mark: 'forgotten_at',
  export: 'row',
  leaving: { keeps: 'proof', law: LAW },
};
/** What they wrote with it. */
const PLEDGE: Rule = {
  name: 'pledges',
  of: 'donor_id>giving.donors.person_id',
  keep: [{ after: 'pledge_made', from: 'made_at', lasts: 'P3Y' }],
  end: 'blank',
  mark: 'forgotten_at',
  export: 'row',
  leaving: 'blank',
};
/** What stands in the books, whoever it was. */
const AMOUNT = figureOf('donor_id>giving.donors.person_id');
/** What the treasurer wrote beside a transaction. */
const MEMO: Rule = {
  name: 'memos',
  of: null,
  keep: [{ after: 'booked', from: 'written_at', lasts: 'P10Y' }],
  end: 'delete',
  export: 'never',
  leaving: { keeps: 'proof', law: LAW },
};

const by = (purpose: string) => ({ class: 'identity', purpose, rule: numberOf }) as const;
const money = (purpose: string) => ({ class: 'money', purpose, rule: AMOUNT }) as const;
const donor = (purpose: string) => ({ class: 'identity', purpose, rule: DONOR }) as const;
const words = (purpose: string, rule: Rule) =>
  ({ class: 'free_text', purpose, rule, sealed: ['id'] }) as const;

/** What each column of this module can hold, what for and how long. */
export const personalData: PersonalDataMap = {
  ...thanksData,
  ...treasurerData,
  ...donorsData,
  ...paymentsData,
  'giving.books': { is_the_only_one: 'none', closed_until: 'none' },
  'giving.returns': { transaction_id: 'none', gift_id: 'none' },
  ...bankPersonalData,
  ...deedsData,
  ...receiptsData,
  'giving.funds': { id: 'none', place: 'none' },
  'giving.accounts': { id: 'none', kind: 'none', place: 'none' },
  'giving.sums': {
    ...{ id: 'none', account_id: 'none', fund_id: 'none', month: 'none' },
    ...{ debit_jpy: 'none', credit_jpy: 'none' },
  },
  // Kept with gifts and donors by the database, and never longer than these.
  'giving.donation_sums': {
    ...{
      id: 'none',
      month: 'none',
      fund_id: 'none',
      channel: 'none',
      campaign_id: 'none',
      donor_kind: 'none',
    },
    ...{ is_monthly: 'none', gifts: 'none', given_jpy: 'none', returned_jpy: 'none' },
  },
  'giving.donor_years': {
    ...{ id: 'none', donor_id: 'none', fiscal_year: 'none' },
    kept_jpy: { ...money('to know how much somebody has given'), export: 'never' },
  },
  'giving.gifts_without_receipt': {
    ...{ gift_id: 'none', donor_id: 'none', wish: 'none', given_on: 'none', received_on: 'none' },
  },
  ...campaignData,
  'giving.transactions': {
    id: 'none',
    kind: 'none',
    occurred_on: 'none',
    recorded_at: 'none',
    source: 'none',
    reverses: 'none',
    recorded_by: by('to know who booked it'),
  },
  'giving.memos': {
    transaction_id: 'none',
    words: {
      class: 'free_text',
      purpose: 'to know what was booked',
      rule: MEMO,
      sealed: ['transaction_id'],
    },
    written_at: 'none',
  },
  'giving.entries': {
    transaction_id: 'none',
    line: 'none',
    account_id: 'none',
    fund_id: 'none',
    amount_jpy: 'none',
  },
  'giving.donors': {
    id: 'none',
    kind: 'none',
    person_id: donor('to know who gives'),
    name: donor('to thank, and to write receipts'),
    kana: donor('to know who a bank transfer is from'),
    name_keys: { ...donor('to find whose name is like that of who paid'), export: 'never' },
    email: { ...donor('to thank, and to send receipts'), class: 'contact' },
    address: { class: 'contact', purpose: 'to send receipts', rule: DONOR, sealed: ['id'] },
    locale: donor('to write in a language they read'),
    receipt_wish: donor('to write the receipts that they wish for'),
    receipt_by_post: donor('to send receipts as they wish'),
    receipt_name: donor('to write receipts that can be printed'),
    wants_letters: donor('to tell of what gifts did whoever wishes it'),
    letters_to: 'none',
    compared_with: 'none',
    version: 'none',
    created_at: 'none',
    merged_into: 'none',
    forgotten_at: 'none',
  },
  'giving.pledges': {
    id: 'none',
    number: money('to know whose a bank transfer is'),
    donor_id: 'none',
    campaign_id: 'none',
    fund_id: 'none',
    amount_jpy: money('to know what was announced'),
    channel: 'none',
    state: 'none',
    version: 'none',
    made_at: 'none',
    expires_at: 'none',
    is_anonymous: 'none',
    in_memory_of: words('to remember somebody with it', PLEDGE),
    note: words('to read what the giver writes', PLEDGE),
    over_at: 'none',
    forgotten_at: 'none',
  },
  'giving.gifts': {
    id: 'none',
    donor_id: 'none',
    pledge_id: 'none',
    promise_id: 'none',
    campaign_id: 'none',
    fund_id: 'none',
    amount_jpy: money('to know what was given'),
    channel: money('to know how it came'),
    state: 'none',
    version: 'none',
    given_on: money('to know when it was given'),
    received_on: 'none',
    recorded_at: 'none',
    transaction_id: 'none',
    provider_charge: money('to know which payment it is'),
    is_anonymous: 'none',
    recorded_by: by('to know who entered it'),
    returned_jpy: money('to know what has gone back'),
  },
  ...promiseData,
};
