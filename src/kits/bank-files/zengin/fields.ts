import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import type { BankRecord } from './records.ts';

/** Fields of days may be blank, or zeros. */
export const BLANK_DAY = /^0*$/;

type Place = readonly [from: number, to: number];

const shiftJis = new TextDecoder('shift_jis');

/** A field as it stands, without blanks at its ends; empty where the record is shorter. What is no character is U+FFFD. */
export function fieldOf({ bytes }: BankRecord, [from, to]: Place): string {
  const field = bytes.slice(from, to).trim();
  return /[^\0-\x7f]/.test(field) ? shiftJis.decode(Buffer.from(field, 'latin1')).trim() : field;
}

/** A field of letters. Refuses what no letters are: halves of characters, controls. */
export function lettersOf(record: BankRecord, place: Place): Outcome<string> {
  const text = fieldOf(record, place);
  return /[\p{Cc}\ufffd]/u.test(text)
    ? refuse('bank_letters_are_unreadable', { line: record.line, column: place[0] + 1 })
    : accept(text);
}

/** A field of digits as a number, blank ones as null. Refuses anything else. */
export function numberOf(record: BankRecord, place: Place): Outcome<number | null> {
  const text = fieldOf(record, place);
  if (text === '') return accept(null);
  return /^\d+$/.test(text)
    ? accept(Number(text))
    : refuse('bank_number_is_unreadable', { line: record.line, column: place[0] + 1, text });
}

/** A number that says who or which: without the zeros before it, '' where it is blank or all zeros. */
export function referenceOf(text: string): string {
  return text.replace(/^0+/, '');
}
