import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import type { Event } from '../types.ts';

/** Whether somebody still begins or ends to help: with the report their hours are counted, and stay so. */
export const mayHelpersChange = ({ state }: Pick<Event, 'state'>): Outcome<null> =>
  state === 'reported' || state === 'cancelled' ? refuse('event_is_elsewhere') : accept(null);
