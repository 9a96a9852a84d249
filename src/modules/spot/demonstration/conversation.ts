import type { Tx } from '../../../platform/database/connect.ts';
import { done, type Step } from '../../../platform/parts/demonstration.ts';
import { keepOpenFor, openThread, type ThreadKind, writeMessage } from '../../conversations/index.ts';
import { REQUEST } from '../request/thing.ts';
import type { Story } from './plan.ts';

interface Saying {
  readonly kind: ThreadKind;
  readonly participantIds: readonly string[];
  /** A participant; anybody else writes as staff. */
  readonly by: string;
  readonly words: string;
  /** The language they write in. */
  readonly locale: string;
  readonly at: Temporal.Instant;
}

/** Somebody writes in the conversation about a request, which is opened by its first message. */
export function say(saying: Saying, story: Story): Step {
  const { kind, participantIds, by, words, locale, at } = saying;
  return {
    at,
    async run(tx) {
      const threadId = await openThread(tx, { kind, subject: about(story), participantIds, now: at });
      const writer = { personId: by, isStaff: !participantIds.includes(by) };
      done(await writeMessage(tx, { threadId, writer, words, locale, now: at }), 'a message');
    },
  };
}

/** The conversation of the two who will meet, open from the moment at which both have said yes. */
export async function openVisitThread(
  tx: Tx,
  story: Story,
  talk: { participantIds: readonly string[]; now: Temporal.Instant },
): Promise<void> {
  await openThread(tx, { kind: 'visit', subject: about(story), ...talk });
}

/** Closes the conversations about a request that has come to its end. */
export async function closeTalk(
  tx: Tx,
  story: Story,
  talk: { kinds: readonly ThreadKind[]; now: Temporal.Instant },
): Promise<void> {
  for (const kind of talk.kinds)
    await keepOpenFor(tx, { kind, subject: about(story), participantIds: [], now: talk.now });
}

function about({ requestId }: Story) {
  return { kind: REQUEST, id: requestId };
}
