import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { Subject, Talk, Thing } from '../../../platform/thing.ts';
import { NOBODY_TALKS } from '../../../platform/thing.ts';
import { forgetNews } from '../../notifications/index.ts';
import { listRestrictionsInForce, personsKeptApart } from '../../trust/index.ts';
import { keepOpenFor, openThread } from '../commands.ts';
import { leftToTalk } from '../rules.ts';
import { holdSubject, listLeft } from '../store.ts';

/**
 * Who may talk about a thing at this moment: those whom it names, without whom the organization has stopped. Of a thing
 * that nobody knows any more, nobody talks.
 */
export async function whoTalks(
  db: Database,
  thing: Thing | undefined,
  { id, now }: { readonly id: string; readonly now: Temporal.Instant },
): Promise<Talk> {
  const named = (await thing?.whoTalks(db, id, now)) ?? NOBODY_TALKS;
  const personIds = [...named.together, ...(named.withStaff ? [named.withStaff] : [])];
  if (personIds.length === 0) return NOBODY_TALKS;
  const inForce = await listRestrictionsInForce(db, personIds, now);
  const suspended = new Set(personIds.filter((one) => inForce.get(one)?.has('suspension')));
  const apart = new Map<string, ReadonlySet<string>>();
  for (const one of named.together) apart.set(one, await personsKeptApart(db, one));
  return leftToTalk(named, { suspended, apart });
}

/**
 * Opens and closes the conversations about a thing as it stands at this moment, not as some event says: news that come
 * late or twice, in whatever order, never open what has been closed.
 */
export async function settle(
  tx: Tx,
  subject: Subject,
  { thing, now }: { readonly thing: Thing | undefined; readonly now: Temporal.Instant },
): Promise<void> {
  await holdSubject(tx, subject);
  const { together, withStaff } = await whoTalks(tx, thing, { id: subject.id, now });
  const talk = { kind: 'visit', subject, participantIds: together, now } as const;
  await keepOpenFor(tx, talk);
  if (together.length > 0) await openThread(tx, talk);
  await keepOpenFor(tx, { kind: 'asking', subject, participantIds: withStaff ? [withStaff] : [], now });
  await forgetNewsOfLeft(tx, subject);
}

/** What was told of a conversation goes with the right to read it: no line of the inbox and no count stays. */
async function forgetNewsOfLeft(tx: Tx, subject: Subject): Promise<void> {
  for (const { threadId, personId } of await listLeft(tx, subject))
    await forgetNews(tx, { personId, objectId: threadId, kinds: ['message_received'] });
}
