import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { Talk, TalkDoor, Thing } from '../../../platform/thing.ts';
import { type Call, type Reply, redirect, refusedBy } from '../../../platform/web/route.ts';
import { writeAbout } from '../commands.ts';
import { conversationsPaths } from '../paths.ts';
import { whoTalks } from '../settling/settle.ts';

export type DoorCall = Pick<Call<unknown, unknown, Database>, 'db' | 'actor' | 'locale' | 'params' | 'now'>;

export const readerOf = ({ actor }: Pick<DoorCall, 'actor'>): string => actor.personId ?? '';

/** The thing that a door’s path names, or the reader’s own. */
export function subjectOf({ kind }: Thing, call: Pick<DoorCall, 'actor' | 'params'>) {
  return { kind, id: (call.params as { readonly id?: string }).id ?? readerOf(call) };
}

export function talkAbout(thing: Thing, call: DoorCall): Promise<Talk> {
  return whoTalks(call.db, thing, { id: subjectOf(thing, call).id, now: call.now });
}

/** What the page of the first words needs of the thing and of the door through which its reader came. */
export function firstWordsOn(thing: Thing, { path, as }: TalkDoor, call: DoorCall) {
  const { id } = subjectOf(thing, call);
  const { back, lead } = thing.wordsIn(call.locale, as);
  return { action: path.replace(':id', id), back: { href: thing.pathFor(as, id), label: back }, lead };
}

/** Writes the first words, from either side, and leads to the conversation. */
export async function begin(
  thing: Thing,
  call: Call<unknown, unknown, Tx>,
  first: { readonly personId: string; readonly isStaff: boolean; readonly words: string },
): Promise<Reply> {
  const { db, locale, now } = call;
  const { personId, isStaff, words } = first;
  const writer = { personId: readerOf(call), isStaff };
  const subject = subjectOf(thing, call);
  const written = await writeAbout(db, { subject, personId, writer, words, locale, now });
  if (!written.ok) return refusedBy(written.refusal);
  await call.audit({ subjectIds: [personId], object: { kind: 'conversations.thread', id: written.value } });
  return redirect(conversationsPaths.conversation({ id: written.value }));
}
