/** What an account is, as far as files tell: the layout of 03 for the other kinds is another one, they are refused. */
export type AccountKind = 'ordinary' | 'current' | 'savings' | 'other';

export interface BankAccount {
  /** Four digits. */
  readonly bank: string;
  /** Three digits. */
  readonly branch: string;
  readonly kind: AccountKind;
  /** Seven digits, or up to ten where the bank has more. */
  readonly number: string;
}

/** What a file says of one movement of money, before it has its key. */
export interface Movement {
  /** The line of the file, from 1, as an editor counts; of a file without line ends, the record. */
  readonly line: number;
  /** The day in the account's books, which keys hold. */
  readonly day: Temporal.PlainDate;
  /** The day from which the money counts; the same as `day` where the file says nothing. */
  readonly valueDay: Temporal.PlainDate;
  readonly direction: 'in' | 'out';
  /** Integer yen, more than 0 and less than 10^12, also of a canceled line. */
  readonly amountJpy: number;
  /** Whoever paid, as the file has it, in half-width kana; blanks at its ends are gone. */
  readonly nameAsGiven: string;
  /** The code by which the payer's bank knows them, '' if none; not the number of a pledge. */
  readonly payerCode: string;
  /** The bank's number of this movement without leading zeros, '' if it gives none. */
  readonly reference: string;
  readonly edi: string;
  readonly text: string;
  /** What was in the account after it, where a table says so. */
  readonly balanceJpy: number | null;
  /** Whether it takes an earlier line back: money in that counts as money out, and the other way around. */
  readonly canceled: boolean;
}

export interface BankLine extends Movement {
  /** The name in full-width kana, to be read. */
  readonly name: string;
  /** 1 for the first of lines that are equal in all that the key holds, 2 for the next. */
  readonly ordinal: number;
  /** What is the same whenever the bank tells of this movement again (`keys.ts`). Holds the name: keep only its keyed hash. */
  readonly key: string;
  /** As `key`, without the bank's reference and the ordinal: lines with one likeness are perhaps one. */
  readonly likeness: string;
  /** Of a canceled line: the key of the latest equal line before it in this file; null if that was in an earlier file. */
  readonly cancels: string | null;
}

/** What a file tells of one account; a file may tell of several, or several times of one. */
export interface BankStatement {
  readonly account: BankAccount;
  /** What the account is called, in full-width kana. */
  readonly holder: string;
  readonly from: Temporal.PlainDate | null;
  readonly to: Temporal.PlainDate | null;
  readonly lines: readonly BankLine[];
}

/** What a line does to the account: yen, negative where money leaves it or a gift is taken back. */
export function signedYen({ direction, canceled, amountJpy }: Movement): number {
  return (direction === 'in') === canceled ? -amountJpy : amountJpy;
}
