import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import type { Event, Registration } from '../../types.ts';

/** Whoever had seats says how it was, once it is over; until when is said by the link. */
export function mayAnswer({
  event,
  registration,
}: {
  readonly event: Pick<Event, 'state'>;
  readonly registration: Pick<Registration, 'state'>;
}): Outcome<null> {
  const isOver = event.state === 'over' || event.state === 'reported';
  if (!isOver) return refuse('survey_comes_later');
  return registration.state === 'seated' ? accept(null) : refuse('survey_is_for_the_seated');
}
