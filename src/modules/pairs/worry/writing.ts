import { accept, refuse } from '../../../platform/refusal.ts';
import { takeContactsBack } from '../contact/store.ts';
import { does } from '../pair/doing.ts';

/**
 * One of the two wishes that they do not write to each other: at once, for both, and what each let the other see of how
 * to reach them is taken back. Refuses a second time.
 */
export const stopWriting = does('stop_writing', async (tx, { pair }, { doer: { now } }) => {
  if (pair.writingStoppedAt) return refuse('writing_is_stopped_already');
  await takeContactsBack(tx, pair.id);
  return accept({ changes: { writing_stopped_at: now } });
});

/** A coordinator lets them write again. */
export const letWrite = does('let_write', (_, { pair }) =>
  pair.writingStoppedAt ? accept({ changes: { writing_stopped_at: null } }) : refuse('pair_has_moved_on'),
);
