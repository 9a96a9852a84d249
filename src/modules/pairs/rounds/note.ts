import { accept, refuse } from '../../../platform/refusal.ts';
import { membersOf } from '../applications/store.ts';
import { does, type OnRound } from './doing.ts';
import { isStill, setRoundWords } from './store/words.ts';

interface Noting extends OnRound {
  readonly by: string;
  readonly residentId: string;
  readonly volunteerId: string;
  readonly words: string;
  /** What stood there when it was written, by its id; null: nothing. */
  readonly before: string | null;
}

/**
 * Writes beside two whom a round proposes, for coordinators alone; empty words take it away. Refuses words about oneself, and
 * what would take away what its writer has not read.
 */
export const noteOnTwo = does<Noting>('note', async (tx, { id }, noting) => {
  const { by, now: at, residentId, volunteerId, words } = noting;
  if ((await membersOf(tx, [residentId, volunteerId])).includes(by))
    return refuse('nobody_decides_about_themselves');
  if (!(await isStill(tx, id, noting))) return refuse('words_have_changed_since', {}, 'words');
  const isWritten = await setRoundWords(tx, id, { residentId, volunteerId, words, by, at });
  return isWritten ? accept({ changes: {} }) : refuse('there_is_no_application');
});
