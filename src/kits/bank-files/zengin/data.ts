import { accept, type Outcome, type Refusal, refuse } from '../../../platform/refusal.ts';
import type { ReadDay } from '../days.ts';
import type { Movement } from '../line.ts';
import { BLANK_DAY, fieldOf, lettersOf, numberOf, referenceOf } from './fields.ts';
import { type Layout, MOVEMENTS, NOTICE } from './layouts.ts';
import type { BankRecord } from './records.ts';

export type ReadMovement = (record: BankRecord) => Outcome<Movement>;

/** A second amount stands where layout A has what it never fills with digits. */
export function isLayoutB(record: BankRecord): boolean {
  const { amount, checks } = NOTICE.dataB;
  return /^\d{24}$/.test(fieldOf(record, [amount[0], checks[1]]));
}

/** Reads data of 01. @param layout of all data of the file: B’s second amount may be blank in some of them */
export function noticeReader(readDay: ReadDay, layout: 'A' | 'B'): ReadMovement {
  const { data, dataB } = NOTICE;
  return (record) => {
    const { line } = record;
    const canceled = fieldOf(record, data.canceled);
    if (!/^[01]?$/.test(canceled)) return refuse('bank_cancel_mark_is_unknown', { line, mark: canceled });
    const amount = numberOf(record, data.amount);
    if (!amount.ok) return amount;
    const second = layout === 'B' ? numberOf(record, dataB.amount) : accept(null);
    if (!second.ok) return second;
    if (amount.value && second.value) return refuse('bank_line_has_two_amounts', { line });
    const rest = readRest(record, readDay, { ...data, edi: layout === 'B' ? dataB.edi : data.ediOfA });
    return withAmount(rest, amount.value || second.value, {
      direction: 'in',
      text: '',
      canceled: canceled === '1',
    });
  };
}

/** Reads data of 03. */
export function movementReader(readDay: ReadDay): ReadMovement {
  const { data } = MOVEMENTS;
  return (record) => {
    const { line } = record;
    const mark = fieldOf(record, data.direction);
    if (mark !== '1' && mark !== '2') return refuse('bank_direction_is_unknown', { line, mark });
    const amount = numberOf(record, data.amount);
    if (!amount.ok) return amount;
    const text = lettersOf(record, data.text);
    if (!text.ok) return text;
    const direction = mark === '1' ? 'in' : 'out';
    const rest = readRest(record, readDay, data);
    return withAmount(rest, amount.value, { direction, text: text.value, canceled: false });
  };
}

type Rest = Omit<Movement, 'amountJpy' | 'direction' | 'text' | 'canceled'>;
type Common = Layout<'reference' | 'day' | 'valueDay' | 'payerCode' | 'name' | 'edi'>;

/** What both kinds have, each in its place. */
function readRest(record: BankRecord, readDay: ReadDay, fields: Common): Outcome<Rest> {
  const { line } = record;
  const day = readDay(fieldOf(record, fields.day), line);
  if (!day.ok) return day;
  const written = fieldOf(record, fields.valueDay);
  const valueDay = BLANK_DAY.test(written) ? day : readDay(written, line);
  if (!valueDay.ok) return valueDay;
  const letters = [fields.name, fields.payerCode, fields.reference, fields.edi].map((place) =>
    lettersOf(record, place),
  );
  const refused = letters.find((one): one is { ok: false; refusal: Refusal } => !one.ok);
  if (refused) return refused;
  const [nameAsGiven = '', payerCode = '', reference = '', edi = ''] = letters.map((one) =>
    one.ok ? one.value : '',
  );
  return accept({
    line,
    day: day.value,
    valueDay: valueDay.value,
    nameAsGiven,
    payerCode: referenceOf(payerCode) === '' ? '' : payerCode,
    reference: referenceOf(reference),
    edi,
    balanceJpy: null,
  });
}

function withAmount(
  rest: Outcome<Rest>,
  amountJpy: number | null,
  others: Pick<Movement, 'direction' | 'text' | 'canceled'>,
): Outcome<Movement> {
  if (!rest.ok) return rest;
  if (!amountJpy) return refuse('bank_line_has_no_amount', { line: rest.value.line });
  return accept({ ...rest.value, ...others, amountJpy });
}
