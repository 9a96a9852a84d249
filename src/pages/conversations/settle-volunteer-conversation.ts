import { closeThread, conversationEvents } from '../../modules/conversations/index.ts';
import { findStanding, mayWriteAboutIt, trustEvents } from '../../modules/trust/index.ts';
import type { Database } from '../../platform/database/connect.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Listener } from '../../platform/events/listener.ts';
import type { JobContext } from '../../platform/jobs/task.ts';

export const PERSON = 'people.person';

/** Whether there is a conversation about somebody's volunteering: they have applied or volunteer, and nobody stopped them. */
export async function mayTalk(db: Database, personId: string, now: Temporal.Instant): Promise<boolean> {
  return mayWriteAboutIt(await findStanding(db, personId, now));
}

/** Closes it as things stand at this moment: news that come late close nothing of an application that was made since. */
async function settle(personId: string, { db, clock }: JobContext): Promise<void> {
  const now = clock();
  await inTransaction(db, async (tx) => {
    if (await mayTalk(tx, personId, now)) return;
    await closeThread(tx, { kind: 'asking', subject: { kind: PERSON, id: personId }, now });
  });
}

const ENDS_APPLICATION = [
  'trust.application.declined',
  'trust.application.withdrawn',
  'trust.volunteer.left',
  'trust.person.suspended',
] as const;

const name = 'pages.close-volunteer-conversation';

/** With the application ends what was to be said about it; its messages are deleted after the time of all conversations. */
export const volunteerConversationListeners: readonly Listener[] = [
  ...ENDS_APPLICATION.map((event) =>
    trustEvents.hear({ event, name, handle: ({ ids }, context) => settle(ids.personId, context) }),
  ),
  // Words that were being written while it ended have opened it once more.
  conversationEvents.hear({
    event: 'conversations.message.sent',
    name,
    async handle({ ids: { subjectKind, subjectId } }, context) {
      if (subjectKind === PERSON) await settle(subjectId, context);
    },
  }),
];
