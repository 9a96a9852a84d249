import type { Database } from '../../platform/database/connect.ts';
import type { Locale } from '../../platform/languages/locales.ts';
import type { Words } from '../../platform/languages/messages.tsx';
import type { Onlooker, Thing } from '../../platform/thing.ts';
import type { Thread } from './types.ts';
import { conversationMessages } from './words.ts';

/** Finds a thing by its kind; undefined for one that no module knows (any more). */
export type ThingOf = (kind: string) => Thing | undefined;

/** Whether a coordinator is too close to what a conversation is about to read it by office; whoever takes part reads it. */
export async function isKeptFrom(
  db: Database,
  thingOf: ThingOf,
  {
    thread,
    readerId,
  }: { readonly thread: Pick<Thread, 'subject' | 'participantIds'>; readonly readerId: string },
): Promise<boolean> {
  if (thread.participantIds.includes(readerId)) return false;
  const { kind, id } = thread.subject;
  return (await thingOf(kind)?.isKeptFrom?.(db, id, readerId)) ?? false;
}

/** What a conversation is about; of an unknown thing only that it is one. */
export function aboutThread(
  thingOf: ThingOf,
  { kind, subject }: Pick<Thread, 'kind' | 'subject'>,
  { locale, onlooker }: { readonly locale: Locale; readonly onlooker: Onlooker },
): Words {
  const words = thingOf(subject.kind)?.wordsIn(locale, onlooker);
  const about = kind === 'asking' ? words?.withStaff : words?.together;
  return about ?? conversationMessages.in(locale)('thread_title');
}
