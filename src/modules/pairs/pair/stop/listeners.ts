import type { Listener } from '../../../../platform/events/listener.ts';
import { trustEvents } from '../../../trust/index.ts';
import { stopPairsOf } from './stop.ts';

/** No two people meet who must not, whatever was proposed or promised before the organization decided. */
export const stopListeners: readonly Listener[] = [
  trustEvents.hear({
    event: 'trust.person.suspended',
    name: 'pairs.stop-suspended',
    handle: ({ ids: { personId } }, { db, clock }) => stopPairsOf(db, { personId, now: clock() }),
  }),
  trustEvents.hear({
    event: 'trust.people.kept_apart',
    name: 'pairs.part-kept-apart',
    handle: ({ ids: { personId, otherId: withId } }, { db, clock }) =>
      stopPairsOf(db, { personId, withId, now: clock() }),
  }),
];
