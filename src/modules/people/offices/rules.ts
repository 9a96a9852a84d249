import { type Role, STAFF_ROLES } from '../../../platform/permissions.ts';

export type StaffActKind = 'grant_role' | 'end_role' | 'restrict' | 'lift' | 'remove_factors';

/** What one of the staff proposes and another one agrees to. */
export interface StaffAct {
  readonly id: string;
  readonly kind: StaffActKind;
  readonly personId: string;
  /** Which role or restriction; the id of the restriction to be lifted; empty for `remove_factors`. */
  readonly detail: string;
  /** Null when it can't be read any more. */
  readonly reason: string | null;
  readonly proposedBy: string;
  readonly proposedAt: Temporal.Instant;
}

/** Days for which a proposal waits. */
export const WAITS_DAYS = 7;
/** Hours after which the program carries out what nobody else could agree to. */
export const ALONE_HOURS = 24;

export function endOfWaiting(act: Pick<StaffAct, 'proposedAt'>): Temporal.Instant {
  return act.proposedAt.add({ hours: 24 * WAITS_DAYS });
}

/** Whether a role opens what others have told: giving and ending it takes two. */
export function isStaffRole(role: Role): boolean {
  return STAFF_ROLES.includes(role);
}

/**
 * Whether somebody may see a proposal: not whom it is about, unless it is their own, or nobody of the office holders
 * could agree. Of two, the other one is told what will be done by itself.
 */
export function maySee(act: Matter, readerId: string, holders: readonly string[]): boolean {
  return act.personId !== readerId || act.proposedBy === readerId || isAlone(act, holders);
}

type Matter = Pick<StaffAct, 'personId' | 'proposedBy'>;

/** Whether none of those in office could agree to a proposal: it is carried out by itself after a day. */
export function isAlone(act: Matter, holders: readonly string[]): boolean {
  return !holders.some((id) => mayDecide(act, id));
}

/** Whether somebody may agree to a proposal or decline it: neither whoever made it nor whom it is about. */
export function mayDecide(act: Pick<StaffAct, 'personId' | 'proposedBy'>, deciderId: string): boolean {
  return act.proposedBy !== deciderId && act.personId !== deciderId;
}

/** Whether a proposal's time is over. */
export function isOver(act: Pick<StaffAct, 'proposedAt'>, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(endOfWaiting(act), now) <= 0;
}

/** Whether a proposal that nobody else can agree to has waited long enough. */
export function isDueAlone(act: Pick<StaffAct, 'proposedAt'>, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(act.proposedAt.add({ hours: ALONE_HOURS }), now) <= 0;
}
