import { validUntil } from '../standing/rules.ts';

/** What is known of somebody before they come near children; never more, and never what was seen. */
export const CLEARANCES = ['not_required', 'pledged', 'checked_ok'] as const;
export type ClearanceStatus = (typeof CLEARANCES)[number];

export interface Clearance {
  /** Null: it is required, and there is not even the pledge. */
  readonly status: ClearanceStatus | null;
  /** The first day on which it no longer holds; null: for good, or nothing holds. */
  readonly expiresOn: Temporal.PlainDate | null;
  /** When the last check ran out, where it has. */
  readonly ranOutOn: Temporal.PlainDate | null;
}

interface Known {
  /** Whether somebody is to come near children, and the policy asks for a check then. */
  readonly isRequired: boolean;
  /** When the last check was made. */
  readonly checkedOn: Temporal.PlainDate | null;
  readonly pledgedOn: Temporal.PlainDate | null;
  /** Calendar months for which each holds; null: for good. */
  readonly checkMonths: number | null;
  readonly pledgeMonths: number | null;
}

/**
 * The status of the law on the prevention of sexual violence against children (こども性暴力防止法, in force 2026-12-25), in its
 * four words: not required, pledged, checked and in order, and when that expires.
 */
export function clearanceOf(known: Known, today: Temporal.PlainDate): Clearance {
  const check = stands(known.checkedOn, known.checkMonths, today);
  if (check === 'holds' || check instanceof Temporal.PlainDate)
    return { status: 'checked_ok', expiresOn: check === 'holds' ? null : check, ranOutOn: null };
  const ranOutOn = known.checkedOn && validUntil(known.checkedOn, known.checkMonths);
  if (!known.isRequired) return { status: 'not_required', expiresOn: null, ranOutOn };
  const pledge = stands(known.pledgedOn, known.pledgeMonths, today);
  if (pledge === null) return { status: null, expiresOn: null, ranOutOn };
  return { status: 'pledged', expiresOn: pledge === 'holds' ? null : pledge, ranOutOn };
}

/** Until when something holds that was done on a day; `holds` for good, null where it does not. */
function stands(
  doneOn: Temporal.PlainDate | null,
  months: number | null,
  today: Temporal.PlainDate,
): Temporal.PlainDate | 'holds' | null {
  if (doneOn === null || Temporal.PlainDate.compare(doneOn, today) > 0) return null;
  const until = validUntil(doneOn, months);
  if (until === null) return 'holds';
  return Temporal.PlainDate.compare(today, until) < 0 ? until : null;
}

/** Whether a check ends within so many days. */
export function isDueSoon(
  { status, expiresOn }: Clearance,
  today: Temporal.PlainDate,
  days: number,
): boolean {
  if (status !== 'checked_ok' || expiresOn === null) return false;
  return Temporal.PlainDate.compare(expiresOn.subtract({ days }), today) <= 0;
}
