import type { Database } from '../../platform/database/connect.ts';
import type { HeardEvent } from '../../platform/events/listener.ts';
import { findThread, listThreadsAbout } from '../conversations/index.ts';
import { dayInJapan, listPersonIdsWithRole } from '../people/index.ts';
import { findRequest } from '../spot/index.ts';
import type { Tellable } from './events.ts';
import { doersOf, TELLINGS, type Whom } from './rules/news.ts';
import { objectOf } from './rules/pages.ts';
import { factsOf, type News } from './types.ts';

/** What an event means for each person it is told to: nobody twice, and never who did it. */
export async function listNews(
  db: Database,
  event: HeardEvent<Tellable>,
  now: Temporal.Instant,
): Promise<News[]> {
  const doers = doersOf(event.ids);
  const told = new Map<string, News>();
  for (const { whom, kind } of TELLINGS.get(event.type) ?? []) {
    const objectId = objectOf(factsOf(kind).about, event.ids);
    for (const personId of await listPersonIds(db, { whom, ids: event.ids, now })) {
      if (doers.includes(personId) || told.has(personId)) continue;
      told.set(personId, { occasion: event.id, personId, kind, objectId });
    }
  }
  return [...told.values()];
}

interface Search {
  readonly whom: Whom;
  readonly ids: Readonly<Record<string, string>>;
  readonly now: Temporal.Instant;
}

async function listPersonIds(db: Database, search: Search): Promise<readonly string[]> {
  const { whom, ids } = search;
  if (whom === 'requester') return known(ids['requesterId']);
  if (whom === 'assigned_volunteer' || whom === 'asked_volunteer') return known(ids['volunteerId']);
  if (whom === 'person') return known(ids['personId']);
  if (whom === 'other_participants')
    return (await findThread(db, ids['threadId'] ?? ''))?.participantIds ?? [];
  if (whom === 'safety_staff') return safetyStaff(db, search);
  if (whom === 'deciders') return deciders(db, search);
  return coordinators(db, search);
}

const known = (id: string | undefined) => (id ? [id] : []);

/** All coordinators; not the one whose own application it is, and of messages only those that are meant for them. */
async function coordinators(db: Database, { ids, now }: Search): Promise<readonly string[]> {
  const { threadId, authorId, personId } = ids;
  if (threadId) {
    const thread = await findThread(db, threadId);
    const isForDesk = thread?.kind === 'asking' && thread.participantIds.includes(authorId ?? '');
    if (!isForDesk) return [];
  }
  const all = await listPersonIdsWithRole(db, 'coordinator', dayInJapan(now));
  return all.filter((id) => id !== personId);
}

/** The coordinators; administrators where no coordinator is left beside those whom it is about. */
async function safetyStaff(db: Database, { ids, now }: Search): Promise<readonly string[]> {
  const on = dayInJapan(now);
  const others = (await listPersonIdsWithRole(db, 'coordinator', on)).filter(
    (id) => !doersOf(ids).includes(id),
  );
  return others.length > 0 ? others : listPersonIdsWithRole(db, 'administrator', on);
}

/** Coordinators and administrators; who proposed it and whom it is about are doers, and left out. */
async function deciders(db: Database, { now }: Search): Promise<readonly string[]> {
  const on = dayInJapan(now);
  const coordinating = await listPersonIdsWithRole(db, 'coordinator', on);
  return [...coordinating, ...(await listPersonIdsWithRole(db, 'administrator', on))];
}

/** What an event is about beside its own words. */
export interface Matter {
  /** When the visit was planned, or could have been; empty when it is about none. */
  readonly visitTimes: readonly Temporal.Instant[];
  /** The request and the conversations about it: news of either may say the same. */
  readonly sameMatter: readonly string[];
}

/** Finds the request behind an event, be it about the request or about a conversation. */
export async function findMatter(db: Database, ids: Readonly<Record<string, string>>): Promise<Matter> {
  const isAboutRequest = ids['subjectKind'] === 'spot.request';
  const requestId = ids['requestId'] ?? (isAboutRequest ? ids['subjectId'] : undefined);
  if (!requestId) return { visitTimes: [], sameMatter: Object.values(ids) };
  const request = await findRequest(db, requestId);
  const threads = await listThreadsAbout(db, { kind: 'spot.request', id: requestId });
  const sameMatter = [requestId, ...threads.map(({ id }) => id)];
  return { visitTimes: request?.possibleTimes ?? [], sameMatter };
}
