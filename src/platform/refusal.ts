import type { Params, Words } from './languages/messages.tsx';

/**
 * A "no" that a person can understand: data, not an exception.
 * `code` is a sentence in snake case and a key of the module's messages; `field` is the form field it belongs to.
 */
export interface Refusal {
  readonly code: string;
  readonly params?: Params;
  readonly field?: string;
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export function accept<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refuse(
  code: string,
  params?: Params,
  field?: string,
): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code, ...(params && { params }), ...(field && { field }) } };
}

/**
 * Ends a transaction with a refusal: nothing it wrote stays, and the web kit shows the refusal.
 * For checks that only hold inside the transaction (a lost race).
 */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Words a refusal in the reader's language. */
export type SayRefusal = (refusal: Refusal) => Words;
