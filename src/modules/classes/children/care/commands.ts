import type { Tx } from '../../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { dayInJapan } from '../../../people/index.ts';
import { consentUntil } from '../rules/care.ts';
import { deleteCareNote, insertCareNote, listCareNotes } from '../store/care.ts';
import { lockChild, markCareSaid } from '../store/children.ts';
import type { CareKind, SaidOfCare } from '../types.ts';

interface By {
  readonly by: string;
  readonly now: Temporal.Instant;
}

/** A guardian says one thing to know, and agrees that it is read until a day. Refused: `say_which_food`. */
export async function sayCare(
  tx: Tx,
  childId: string,
  { by, now, ...note }: By & SaidOfCare & { readonly kind: CareKind },
): Promise<Outcome<string>> {
  if (note.foods.length === 0 && note.what === '') return refuse('say_which_food', {}, 'what');
  if (!(await lockChild(tx, childId))) return refuse('child_is_unknown');
  const id = await insertCareNote(tx, childId, {
    ...note,
    by,
    now,
    consentUntil: consentUntil(dayInJapan(now)),
  });
  await markCareSaid(tx, childId, now);
  return accept(id);
}

/** A guardian says that there is nothing. Refused: `health_is_noted` where another has noted something since the page was drawn. */
export async function sayNothing(tx: Tx, childId: string, { now }: By): Promise<Outcome<null>> {
  if (!(await lockChild(tx, childId))) return refuse('child_is_unknown');
  if ((await listCareNotes(tx, [childId])).length > 0) return refuse('health_is_noted');
  await markCareSaid(tx, childId, now);
  return accept(null);
}

/** A guardian takes one thing back: it is deleted at once. Refused: `nothing_is_missing_there` where it is gone already. */
export async function takeBackCare(tx: Tx, childId: string, noteId: string): Promise<Outcome<null>> {
  const child = await lockChild(tx, childId);
  if (!child) return refuse('child_is_unknown');
  return (await deleteCareNote(tx, childId, noteId)) > 0 ? accept(null) : refuse('nothing_is_missing_there');
}
