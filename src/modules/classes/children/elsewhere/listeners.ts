import { inTransaction } from '../../../../platform/database/transaction.ts';
import type { Listener } from '../../../../platform/events/listener.ts';
import { peopleEvents } from '../../../people/index.ts';
import { handOverChildrenOf } from '../store/children.ts';

/** A guardian leaves: what is kept of their child stays with another who may see it, where there is one. */
export const childrenListeners: readonly Listener[] = [
  peopleEvents.hear({
    event: 'people.person.leaving',
    name: 'classes.hand-over-children',
    handle: ({ ids: { personId } }, { db }) => inTransaction(db, (tx) => handOverChildrenOf(tx, personId)),
  }),
];
