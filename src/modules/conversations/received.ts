import type { Database } from '../../platform/database/connect.ts';
import type { Locale } from '../../platform/languages/locales.ts';
import { findPersons, nameFor } from '../people/index.ts';
import { listAllReceived } from './lists/store.ts';
import { conversationMessages } from './words.ts';

/** Words that somebody wrote to the person whose data it is. */
interface ReceivedWords {
  /** The writer's name, as the reader sees it. */
  readonly from: string;
  readonly words: string;
  readonly sent_at: Temporal.Instant;
}

/**
 * What others wrote to somebody in the conversations that they may still read, the oldest first, as the screen shows it:
 * the words, when, and the writer's name as a counterpart reads it.
 */
export async function listReceived(
  db: Database,
  personId: string,
  locale: Locale,
): Promise<readonly ReceivedWords[]> {
  const received = await listAllReceived(db, personId);
  const writers = await findPersons(
    db,
    received.map(({ authorId }) => authorId),
  );
  const somebody = conversationMessages.in(locale).plain('somebody');
  return received.map(({ authorId, words, sentAt }) => {
    const writer = writers.get(authorId);
    return { from: writer ? nameFor(writer, locale, 'counterpart').text : somebody, words, sent_at: sentAt };
  });
}
