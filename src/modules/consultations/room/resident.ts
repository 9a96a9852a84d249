import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { dangersIn } from '../ask/rules.ts';
import { publish } from '../events.ts';
import { callOffMeeting } from '../interpreters/releasing.ts';
import { does } from '../matter/doing.ts';
import { openMatterKey } from '../sealed/matter-key.ts';
import { addDangers } from '../store/ask.ts';
import { insertEntry } from '../store/entries.ts';
import { findMatter, updateMatter } from '../store/matters.ts';

/** Whoever has asked writes something more; what points to a danger puts it on top, as their first words do. Refused: `matter_is_closed` */
export async function addWords(
  tx: Tx,
  added: {
    readonly matterId: string;
    readonly words: string;
    readonly by: string;
    readonly now: Temporal.Instant;
  },
): Promise<Outcome<null>> {
  const { matterId, words, by, now } = added;
  const matter = await findMatter(tx, matterId, 'locked');
  const key = matter && (await openMatterKey(tx, matterId));
  if (!key) return refuse('matter_is_unknown');
  if (matter.state === 'closed') return refuse('matter_is_closed');
  if (words !== '') await insertEntry(tx, key, { kind: 'words', authorId: by, words, now });
  const dangers = dangersIn(words, []);
  if (dangers.length > 0) await addDangers(tx, key, dangers);
  await publish(tx, {
    type: 'consultations.words.added',
    ids: { matterId, residentId: matter.residentId, byPersonId: by },
    live: ['desk'],
  });
  return accept(null);
}

/** Whether anything goes out to whoever has asked while this is open. */
export async function makeQuiet(
  tx: Tx,
  { matterId, isQuiet }: { readonly matterId: string; readonly isQuiet: boolean },
): Promise<void> {
  await updateMatter(tx, matterId, { is_quiet: isQuiet });
}

/** They do not want it any more. */
export const withdraw = does('withdraw', async (tx, matter, { now }) => {
  await callOffMeeting(tx, matter, now);
  return accept({ changes: { closed_at: now, outcome: 'withdrawn' } });
});

/** It goes on with whoever was responsible. Refused: `ask_anew` where nobody ever was */
export const reopen = does('reopen', (_, { responsibleId }) =>
  responsibleId === null ? refuse('ask_anew') : accept({ changes: { closed_at: null, outcome: null } }),
);
