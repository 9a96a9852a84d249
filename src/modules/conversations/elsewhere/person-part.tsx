import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { PersonPart } from '../../../platform/parts/person-part.ts';
import { Link } from '../../../ui/index.ts';
import { listThreadsOf } from '../lists/store.ts';
import { conversationsPaths } from '../paths.ts';
import { isKeptFrom, type ThingOf } from '../things.ts';
import type { ThreadLine } from '../types.ts';
import { conversationStaffMessages } from '../words.ts';

/** The conversations that somebody takes or took part in, but for what the reader is too close to. */
export const conversationsPersonPart = (thingOf: ThingOf): PersonPart => ({
  name: 'conversations',
  title: conversationStaffMessages.label('ties_conversations'),
  order: 80,
  async list(db, { personId, readerId }, window) {
    const { rows, next } = await listThreadsOf(db, personId, window, 'ever');
    const shown: VNode[] = [];
    for (const thread of rows) {
      const participantIds = [personId, ...thread.others];
      const isKept = await isKeptFrom(db, thingOf, { thread: { ...thread, participantIds }, readerId });
      if (!isKept) shown.push(<Line thread={thread} />);
    }
    return { rows: shown, next };
  },
});

function Line({ thread }: { thread: ThreadLine }): VNode {
  const { id, lastSentAt, openedAt, closedAt } = thread;
  return (
    <>
      <Link href={conversationsPaths.conversation({ id })}>
        {useFormats().dayTime(lastSentAt ?? openedAt)}
      </Link>{' '}
      <span class="quiet">{useWords(conversationStaffMessages)(closedAt ? 'ties_closed' : 'ties_open')}</span>
    </>
  );
}
