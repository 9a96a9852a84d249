import { accept, type Outcome, refuse } from '../../src/platform/refusal.ts';

export interface Walk {
  readonly id: string;
  readonly proposerId: string;
  readonly joinerId: string | null;
  readonly onDay: Temporal.PlainDate;
  readonly meetingPlace: string;
}

/** Whether a walk can be proposed for a day: not for today or before. */
export function mayPropose(onDay: Temporal.PlainDate, today: Temporal.PlainDate): Outcome<null> {
  const isAhead = Temporal.PlainDate.compare(onDay, today) > 0;
  return isAhead ? accept(null) : refuse('choose_a_coming_day', {}, 'onDay');
}

/** Whether somebody can come along: the first who asks, and not who proposed it. */
export function mayJoin(walk: Walk | null, personId: string): Outcome<Walk> {
  if (!walk || walk.joinerId !== null || walk.proposerId === personId) return refuse('walk_is_taken');
  return accept(walk);
}
