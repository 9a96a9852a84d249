import { pathTo } from '../../platform/addresses/path-to.ts';

/** The addresses of this module. */
export const givingPaths = {
  /** What the treasurer looks at first. */
  books: pathTo('/books'),
  /** Whom the treasurer thanks by hand. */
  thanks: pathTo('/books/thanks'),
  thanksFor: pathTo('/books/thanks/:id'),
  trialBalance: pathTo('/books/trial-balance'),
  /** What somebody gives, for themselves. */
  mine: pathTo('/giving/mine'),
  /** One monthly gift, by the sealed link of a mail. */
  promise: pathTo('/giving/promises/:token'),
  promiseCard: pathTo('/giving/promises/:token/card'),
  booksPromises: pathTo('/books/promises'),
  booksPromise: pathTo('/books/promises/:id'),
  /** What programs did, what it cost, and who paid. */
  deeds: pathTo('/books/deeds'),
  ledger: pathTo('/books/ledger'),
  ledgerExport: pathTo('/books/ledger.csv'),
  /** The form by which somebody gives, what they check, and the way to pay by a sealed link. */
  give: pathTo('/giving/new'),
  giveSummary: pathTo('/giving/new/summary'),
  pay: pathTo('/giving/pay/:token'),
  settingsAccount: pathTo('/settings/giving-account'),
  /** Where the payment provider tells of what happens. */
  notices: pathTo('/giving/payments/notices'),
  /** A page of the practice provider. */
  practice: pathTo('/giving/practice/:object'),
  practicePress: pathTo('/giving/practice/:object/presses'),
  newTransaction: pathTo('/books/ledger/new'),
  transaction: pathTo('/books/ledger/:id'),
  reversal: pathTo('/books/ledger/:id/reversal'),
  closing: pathTo('/books/closing'),
  import: pathTo('/books/import'),
  importCheck: pathTo('/books/import/check'),
  donors: pathTo('/books/donors'),
  donor: pathTo('/books/donors/:id'),
  gifts: pathTo('/books/gifts'),
  giftsExport: pathTo('/books/gifts.csv'),
  newGift: pathTo('/books/gifts/new'),
  gift: pathTo('/books/gifts/:id'),
  giftRefund: pathTo('/books/gifts/:id/refund'),
  refunds: pathTo('/books/refunds'),
  refundApproval: pathTo('/books/refunds/:id/approval'),
  refundRefusal: pathTo('/books/refunds/:id/refusal'),
  refundPayment: pathTo('/books/refunds/:id/payment'),
  settingsRefunds: pathTo('/settings/giving-refunds'),
  giftCorrection: pathTo('/books/gifts/:id/correction'),
  receipts: pathTo('/books/receipts'),
  receiptsExport: pathTo('/books/receipts.csv'),
  receiptsWaiting: pathTo('/books/receipts/waiting'),
  receiptWaiting: pathTo('/books/receipts/waiting/:giftId'),
  receiptsYearly: pathTo('/books/receipts/yearly'),
  receiptsYearlyStop: pathTo('/books/receipts/yearly/stop'),
  receiptsToPost: pathTo('/books/receipts/post'),
  receiptsToPostFile: pathTo('/books/receipts/post.zip'),
  receipt: pathTo('/books/receipts/:id'),
  receiptFile: pathTo('/books/receipts/:id/receipt.pdf'),
  receiptReissue: pathTo('/books/receipts/:id/reissue'),
  receiptVoid: pathTo('/books/receipts/:id/void'),
  /** A donor's own. */
  ownReceipts: pathTo('/giving/mine/receipts'),
  ownReceiptFile: pathTo('/giving/mine/receipts/:id/receipt.pdf'),
  ownReceiptReissue: pathTo('/giving/mine/receipts/:id/reissue'),
  ownReceiptName: pathTo('/giving/mine/receipts/names/:donorId'),
  /** For whoever holds a receipt. */
  checkReceipt: pathTo('/giving/receipts/check'),
  receiptSettings: pathTo('/settings/receipts'),
  certification: pathTo('/books/certification'),
};
