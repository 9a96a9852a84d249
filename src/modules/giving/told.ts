import type { RecordActs } from '../../platform/rights/data-of.ts';

/** Of which of its acts whoever they are about is told. */
export const recordActs: RecordActs = {
  told: [
    'giving.promise.announced',
    'giving.promise.cancelled',
    'giving.promise.paused',
    'giving.promise.resumed',
    'giving.promise.changed',
    'giving.promise.undone',
    'giving.promise.viewed',
    'giving.promises.viewed',
  ],
  withheld: [
    'giving.account.changed',
    'giving.ledger.exported',
    'giving.ledger.viewed',
    'giving.books.viewed',
    'giving.deeds.viewed',
    'giving.thanks.said',
    'giving.thanks.viewed',
    'giving.overview.viewed',
    'giving.gifts.viewed',
    'giving.gifts.exported',
    'giving.gift.viewed',
    'giving.gift.entered',
    'giving.gift.corrected',
  ],
};
