/** Where each field of a record begins and ends, in bytes. */
export type Layout<Field extends string> = Readonly<Record<Field, readonly [from: number, to: number]>>;

/** @param widths in the order of the record; fields that nobody reads are there for their width */
function layout<const Field extends string>(widths: Readonly<Record<Field, number>>): Layout<Field> {
  let from = 0;
  const placed = Object.entries<number>(widths).map(([field, width]) => {
    from += width;
    return [field, [from - width, from]] as const;
  });
  return Object.fromEntries(placed) as unknown as Layout<Field>;
}

/** As each header begins. */
const BEGINNING = {
  record: 1,
  kind: 2,
  code: 1,
  made: 6,
  from: 6,
  to: 6,
  bank: 4,
  bankName: 15,
  branch: 3,
  branchName: 15,
} as const;

/** 振込入金通知, money that came in; 全銀協 layouts A and B, whose data differ behind the mark of a cancellation. */
export const NOTICE = {
  header: layout({
    ...BEGINNING,
    deposit: 1,
    number: 7,
    holder: 40,
  }),
  data: layout({
    record: 1,
    reference: 6,
    day: 6,
    valueDay: 6,
    amount: 10,
    checks: 10,
    payerCode: 10,
    name: 48,
    payerBank: 15,
    payerBranch: 15,
    canceled: 1,
    ediOfA: 20,
  }),
  dataB: layout({ before: 128, amount: 12, checks: 12, edi: 20 }),
  trailer: layout({ record: 1, count: 6, sum: 12, canceledCount: 6, canceledSum: 12 }),
} as const;

/** 入出金取引明細, all that moved, in its layout for ordinary deposits. */
export const MOVEMENTS = {
  header: layout({
    ...BEGINNING,
    zeros: 3,
    deposit: 1,
    number: 10,
    holder: 40,
  }),
  data: layout({
    record: 1,
    reference: 8,
    day: 6,
    valueDay: 6,
    direction: 1,
    transaction: 2,
    amount: 12,
    checks: 12,
    exchangeDay: 6,
    dishonorDay: 6,
    bill: 1,
    billNumber: 7,
    handledBy: 3,
    payerCode: 10,
    name: 48,
    payerBank: 15,
    payerBranch: 15,
    text: 20,
    edi: 20,
  }),
  trailer: layout({
    record: 1,
    inCount: 6,
    inSum: 13,
    outCount: 6,
    outSum: 13,
    overdrawn: 1,
    balance: 14,
    count: 7,
  }),
  end: layout({ record: 1, records: 10, accounts: 5 }),
} as const;
