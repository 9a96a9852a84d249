import { type Begun, type Month, monthsOver } from './calendar.ts';

/** What nobody has to bear in a pair; each is looked at on the same day. */
export const WORRIES = ['asked_for_money', 'solicited', 'unsafe'] as const;
export type Worry = (typeof WORRIES)[number];

/** What one side answered, as far as rules judge by it. */
export interface Said {
  /** 1 very bad to 5 very good. */
  readonly feeling: number;
  /** How much they were in touch: 0 not at all to 3 every week. */
  readonly contact: number;
  readonly wantsCoordinator: boolean;
  readonly worries: readonly Worry[];
}

/** Of which month a side was asked last, and what it said; null for no answer. */
export interface LastAsked {
  readonly month: Month;
  readonly said: Said | null;
}

const CONTENT = 4;
/** Answers that lie so far apart speak of two different pairs. */
const APART = 2;
/** After these it depends on how it goes. */
const ALWAYS: readonly Month[] = [1, 2];
/** At the end of the last month the closing questions stand in its place. */
const LAST_ASKED = 5;

/** Whether two answers to one question are two pairs: by feeling, or by how much they were in touch. */
export function disagree(one: Said, other: Said): boolean {
  return Math.abs(one.feeling - other.feeling) >= APART || Math.abs(one.contact - other.contact) >= APART;
}

/** Whether a side is well, as it says: who has not answered is not. */
function isContent(said: Said | null): boolean {
  return said !== null && said.feeling >= CONTENT && !said.wantsCoordinator && said.worries.length === 0;
}

/**
 * The month about which a side is to be asked now; null for none. After the first and the second always; from then on
 * every month, and every second one while it is content. By its own answers alone, or when it is asked would tell it
 * how the other feels.
 * @param last of its own; null before the first
 */
export function checkInDue(
  pair: Begun,
  { today, last }: { readonly today: Temporal.PlainDate; readonly last: LastAsked | null },
): Month | null {
  const month = monthsOver(pair, today) as Month | 0;
  const since = month - (last?.month ?? 0);
  if (pair.pausedOn !== null || month === 0 || month > LAST_ASKED || since <= 0) return null;
  if (ALWAYS.includes(month) || !last || !isContent(last.said)) return month;
  return since > 1 ? month : null;
}

const LITTLE_CONTACT = 1;

/**
 * Whether it goes less well for a side than it did or should: then it is asked one question more. By its own answers
 * alone, or the question would tell it of the other's.
 */
export function isDrifting(newest: Said | null, before: Said | null): boolean {
  if (!newest) return false;
  const fell = before !== null && before.feeling - newest.feeling >= APART;
  return fell || newest.feeling < CONTENT || newest.contact <= LITTLE_CONTACT;
}
