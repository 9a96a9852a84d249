import type { Locale } from '../../platform/languages/locales.ts';
import type { Words } from '../../platform/languages/messages.tsx';
import type { Onlooker, Thing } from '../../platform/thing.ts';
import type { Thread } from './types.ts';
import { conversationMessages } from './words.ts';

/** Finds a thing by its kind; undefined for one that no module knows (any more). */
export type ThingOf = (kind: string) => Thing | undefined;

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
