import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Listener } from '../../../platform/events/listener.ts';
import type { JobContext } from '../../../platform/jobs/task.ts';
import type { Settles, Subject, Thing } from '../../../platform/thing.ts';
import { trustEvents } from '../../trust/index.ts';
import { conversationEvents } from '../events.ts';
import { listOpenSubjects } from '../lists/store.ts';
import { settle } from './settle.ts';

const named = {
  name: 'conversations.settle',
  formerly: ['pages.settle-conversations', 'pages.close-volunteer-conversation'],
} as const;

/**
 * What people may say to each other follows from what happens to the things they have in common, to themselves, and
 * from what is written meanwhile.
 * @param things those of all modules
 */
export function settlingListeners(things: readonly Thing[]): readonly Listener[] {
  const thingOf = (kind: string) => things.find((thing) => thing.kind === kind);
  const settleOne = async (subject: Subject, { db, clock }: JobContext) => {
    const about = { thing: thingOf(subject.kind), now: clock() };
    await inTransaction(db, (tx) => settle(tx, subject, about));
  };
  const settleAll = async (personIds: readonly string[], context: JobContext) => {
    for (const subject of await listOpenSubjects(context.db, personIds)) await settleOne(subject, context);
  };
  const settlesThing =
    ({ kind }: Thing): Settles =>
    (idName) => ({
      ...named,
      handle: ({ ids }, context) => settleOne({ kind, id: ids[idName] }, context),
    });
  return [
    ...things.flatMap((thing) => thing.whenTalkChanges(settlesThing(thing))),
    trustEvents.hear({
      ...named,
      event: 'trust.person.suspended',
      handle: ({ ids: { personId } }, context) => settleAll([personId], context),
    }),
    trustEvents.hear({
      ...named,
      event: 'trust.people.kept_apart',
      handle: ({ ids: { personId, otherId } }, context) => settleAll([personId, otherId], context),
    }),
    // Words that were being written while the talk ended have opened it once more.
    conversationEvents.hear({
      ...named,
      event: 'conversations.message.sent',
      async handle({ ids: { subjectKind, subjectId } }, context) {
        if (thingOf(subjectKind)) await settleOne({ kind: subjectKind, id: subjectId }, context);
      },
    }),
  ];
}
