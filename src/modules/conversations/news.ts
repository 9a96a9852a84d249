import type { Database } from '../../platform/database/connect.ts';
import { DESK, defineNews } from '../../platform/news.ts';
import type { Subject } from '../../platform/thing.ts';
import { listCoordinators } from '../people/index.ts';
import { conversationEvents } from './events.ts';
import { hasReadAll } from './lists/store.ts';
import { conversationsPaths } from './paths.ts';
import { findThread, listThreadsAbout } from './store.ts';
import { isKeptFrom, type ThingOf } from './things.ts';
import { conversationMessages } from './words.ts';

/** A thing and the conversations about it: news of either may say the same. */
export async function listSameMatter(db: Database, subject: Subject): Promise<readonly string[]> {
  const threads = await listThreadsAbout(db, subject);
  return [subject.id, ...threads.map(({ id }) => id)];
}

const toThread = {
  event: 'conversations.message.sent',
  object: ({ threadId }: { readonly threadId?: string | undefined }) => threadId,
  path: (id: string) => conversationsPaths.conversation({ id }),
  about: async (db: Database, id: string) => (await findThread(db, id))?.subject ?? null,
  async among(db: Database, id: string) {
    const thread = await findThread(db, id);
    return thread ? listSameMatter(db, thread.subject) : [];
  },
} as const;

/** A message, to those who take part; where somebody writes to the coordinators, to all of them who are not too close to it. */
export const conversationNews = (thingOf: ThingOf) =>
  defineNews(
    { words: conversationMessages, events: conversationEvents },
    {
      message_received: {
        ...toThread,
        group: { name: 'messages', order: 40, label: conversationMessages.label('group_messages') },
        urgency: 'if_soon',
        whom: async ({ db, ids }) => (await findThread(db, ids.threadId ?? ''))?.participantIds ?? [],
        mayKnow: async ({ db, objectId, personId }) =>
          (await findThread(db, objectId))?.participantIds.includes(personId) ?? false,
        isStillSo: async ({ db, objectId, personId }) => !(await hasReadAll(db, objectId, personId)),
        sameAs: ['message_received'],
      },
      desk_message: {
        ...toThread,
        group: DESK,
        urgency: 'waits',
        async whom({ db, ids, now }) {
          const thread = await findThread(db, ids.threadId ?? '');
          const isForDesk = thread?.kind === 'asking' && thread.participantIds.includes(ids.authorId ?? '');
          return isForDesk ? listCoordinators(db, now) : [];
        },
        async mayKnow({ db, objectId, personId, roles }) {
          const thread = roles.has('coordinator') ? await findThread(db, objectId) : null;
          return thread !== null && !(await isKeptFrom(db, thingOf, { thread, readerId: personId }));
        },
        sameAs: ['desk_message'],
      },
    },
  );
