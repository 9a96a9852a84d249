import { type Counted, capOf } from '../../seats/rules/cap.ts';
import type { Commitment, CommitmentState, Helping } from '../../types.ts';

/** Somebody vetted who could come, as far as is known. */
export interface Candidate {
  readonly personId: string;
  /** As what they came last; who never came is asked as a tutor. */
  readonly role: Helping;
  /** What they were asked for this day; null when they were not. */
  readonly state: CommitmentState | null;
  /** On how many days of the last weeks they said yes: the same people are not asked every time. */
  readonly recentDays: number;
}

/** How much somebody's yes would be worth. */
export interface Restoring extends Candidate {
  /** Seats that there would be more, as far as children want them. */
  readonly seats: number;
  /** Seats that there would be more once one more adult comes: what it is worth while too few are there. */
  readonly towards: number;
}

interface Scene {
  readonly room: number;
  readonly commitments: readonly Counted[];
  /** Children who want a seat, with one or without. */
  readonly wanted: number;
}

const another = (role: Helping): Counted => ({ role, state: 'yes', isVetted: true });

/**
 * Whose yes would restore most seats, best first: counted by the same rule as seats are. Where one alone restores none,
 * since two adults are missing, it counts what they would with one more beside them. Equals are asked in turn: who came
 * least of late, who has not been asked before who was silent.
 */
export function rankRestoring(
  { room, commitments, wanted }: Scene,
  candidates: readonly Candidate[],
): Restoring[] {
  const now = Math.min(wanted, capOf(room, commitments));
  const worth = (...coming: readonly Counted[]) =>
    Math.min(wanted, capOf(room, [...commitments, ...coming])) - now;
  return candidates
    .filter(({ state }) => state !== 'yes' && state !== 'no')
    .map((one) => ({
      ...one,
      seats: worth(another(one.role)),
      towards: worth(another(one.role), another('helper')),
    }))
    .filter(({ seats, towards }) => seats > 0 || towards > 0)
    .toSorted(
      (one, other) =>
        other.seats - one.seats ||
        other.towards - one.towards ||
        one.recentDays - other.recentDays ||
        Number(one.state !== null) - Number(other.state !== null) ||
        (one.personId < other.personId ? -1 : 1),
    );
}

/** Asked at once: not everybody for one seat, and not one alone who may be asleep. */
const MOST_AT_ONCE = 5;
const FOR_EACH_MISSING = 2;

/**
 * Whom the house asks at once when seats are missing: two for each who is missing, five at most; nobody while those who have
 * been asked could still fill them.
 */
export function toAskAtOnce(
  scene: Scene & { readonly commitments: readonly Pick<Commitment, 'role' | 'state' | 'isVetted'>[] },
  candidates: readonly Candidate[],
): Restoring[] {
  const missing = scene.wanted - capOf(scene.room, scene.commitments);
  const roomLeft = scene.room - capOf(scene.room, scene.commitments);
  if (missing <= 0 || roomLeft <= 0) return [];
  const tutorsMissing = Math.ceil(Math.min(missing, roomLeft) / 2);
  const asked = scene.commitments.filter(({ state }) => state === 'asked').length;
  const most = Math.min(MOST_AT_ONCE, FOR_EACH_MISSING * tutorsMissing - asked);
  const free = candidates.filter(({ state }) => state === null || state === 'silent');
  return rankRestoring(scene, free).slice(0, Math.max(0, most));
}
