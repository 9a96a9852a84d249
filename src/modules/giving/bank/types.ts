import type { BankAccount, BankColumns } from '../../../kits/bank-files/index.ts';
import type {
  GivingBankExplainedBy,
  GivingBankExplanationKind,
  GivingBankImportState,
  GivingBankLineKind,
  GivingBankLineState,
  GivingBankSource,
} from '../../../platform/database/generated.ts';
import type { Account } from '../types.ts';

export type Source = GivingBankSource;
export type LineKind = GivingBankLineKind;
export type LineState = GivingBankLineState;
export type ExplainedBy = GivingBankExplainedBy;
export type ExplanationKind = GivingBankExplanationKind;

/** An account of the organization. */
export interface KeptAccount extends BankAccount {
  readonly id: string;
  /** With which what its lines are known again by is hashed. */
  readonly hashKey: string;
  /** Which column of its bank's table says what, as somebody decided. */
  readonly columns: BankColumns | null;
}

/** A file that was brought. */
export interface KeptImport {
  readonly id: string;
  readonly source: Source;
  /** Whose table it is, once chosen. */
  readonly accountId: string | null;
  readonly state: GivingBankImportState;
  readonly readAt: Temporal.Instant;
  readonly newLines: number | null;
}

/** One line of the bank, as it is kept. */
export interface Line {
  readonly id: string;
  readonly accountId: string;
  readonly kind: LineKind;
  readonly state: LineState;
  readonly version: number;
  readonly day: Temporal.PlainDate;
  /** Whole yen, below zero where money leaves the account. */
  readonly amount: number;
  readonly payer: string;
  readonly payerHash: string;
  /** What else the bank says: reference, text, EDI. */
  readonly details: string;
  readonly transactionId: string | null;
}

/** What a line, or a part of it, was. */
export interface Explanation {
  readonly id: string;
  readonly kind: ExplanationKind;
  readonly explainedBy: ExplainedBy;
  readonly amount: number;
  readonly giftId: string | null;
  readonly donorName: string | null;
  readonly account: Account | null;
  readonly transactionId: string | null;
  readonly explainedAt: Temporal.Instant;
}
