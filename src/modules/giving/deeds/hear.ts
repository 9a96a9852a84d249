import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Listener } from '../../../platform/events/listener.ts';
import { peopleEvents } from '../../people/index.ts';
import { insertDeed } from './store/deeds.ts';
import { DEED_KINDS } from './types.ts';

/** What programs have done is written down, once each; of what nobody pays for by the deed, nothing. */
export const deedsListener: Listener = peopleEvents.hear({
  event: 'people.deed.done',
  name: 'giving.deeds',
  async handle({ ids: { program, deedKind, objectId, part, month } }, { db, clock }) {
    const kind = DEED_KINDS.find((one) => one === deedKind);
    if (!kind) return;
    const doneIn = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
    await inTransaction(db, (tx) => insertDeed(tx, { kind, program, objectId, part, doneIn, now: clock() }));
  },
});
