import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import type { Movement } from '../line.ts';
import { numberOf } from './fields.ts';
import { MOVEMENTS, NOTICE } from './layouts.ts';
import type { BankRecord } from './records.ts';

interface Total {
  readonly count: number;
  readonly sum: number;
}

/**
 * Whether the trailer of 01 counts the lines that stand before it. Banks differ in whether canceled lines are in the
 * total or beside it, and the fields for them may be blank; each line has to be in one of them.
 */
export function checkNotice(trailer: BankRecord, lines: readonly Movement[]): Outcome<null> {
  const fields = NOTICE.trailer;
  const told = totalOf(trailer, fields.count, fields.sum);
  if (!told.ok) return told;
  const toldCanceled = totalOf(trailer, fields.canceledCount, fields.canceledSum, 'may be blank');
  if (!toldCanceled.ok) return toldCanceled;
  const canceled = add(lines.filter((line) => line.canceled));
  const plain = add(lines.filter((line) => !line.canceled));
  const all = add(lines);
  const isBeside = equal(told.value, plain) && equal(toldCanceled.value, canceled);
  const isWithin =
    equal(told.value, all) && (isZero(toldCanceled.value) || equal(toldCanceled.value, canceled));
  if (isBeside || isWithin) return accept(null);
  const mainIsRight = equal(told.value, all) || equal(told.value, plain);
  return mainIsRight
    ? differ(trailer.line, toldCanceled.value, canceled)
    : differ(trailer.line, told.value, isZero(toldCanceled.value) ? all : plain);
}

/** Whether the trailer of 03 counts the lines that stand before it, those in and those out. */
export function checkMovements(trailer: BankRecord, lines: readonly Movement[]): Outcome<null> {
  const fields = MOVEMENTS.trailer;
  for (const [direction, count, sum] of [
    ['in', fields.inCount, fields.inSum],
    ['out', fields.outCount, fields.outSum],
  ] as const) {
    const told = totalOf(trailer, count, sum);
    if (!told.ok) return told;
    const found = add(lines.filter((line) => line.direction === direction));
    if (!equal(told.value, found)) return differ(trailer.line, told.value, found);
  }
  const count = numberOf(trailer, fields.count);
  if (!count.ok) return count;
  return checkCount(trailer.line, count.value, lines.length);
}

/** Whether a count that a file may leave blank, or zero, is right. */
export function checkCount(line: number, told: number | null, found: number): Outcome<null> {
  return told && told !== found ? refuse('bank_count_is_wrong', { line, told, found }) : accept(null);
}

function totalOf(
  record: BankRecord,
  countAt: readonly [number, number],
  sumAt: readonly [number, number],
  blank: 'is refused' | 'may be blank' = 'is refused',
): Outcome<Total> {
  const count = numberOf(record, countAt);
  if (!count.ok) return count;
  const sum = numberOf(record, sumAt);
  if (!sum.ok) return sum;
  if (blank === 'is refused' && (count.value === null || sum.value === null))
    return refuse('bank_total_is_missing', { line: record.line });
  return accept({ count: count.value ?? 0, sum: sum.value ?? 0 });
}

function differ(line: number, told: Total, found: Total) {
  return told.count === found.count
    ? refuse('bank_sum_is_wrong', { line, told: told.sum, found: found.sum })
    : refuse('bank_count_is_wrong', { line, told: told.count, found: found.count });
}

function add(lines: readonly Movement[]): Total {
  return { count: lines.length, sum: lines.reduce((sum, { amountJpy }) => sum + amountJpy, 0) };
}

const equal = (one: Total, other: Total) => one.count === other.count && one.sum === other.sum;
const isZero = ({ count, sum }: Total) => count === 0 && sum === 0;
