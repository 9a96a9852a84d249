import type { Database, Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Listener } from '../../../platform/events/listener.ts';
import { listMeetingProfiles, type MeetingProfile } from '../../people/index.ts';
import { findApplication } from '../applications/store.ts';
import { pairsEvents } from '../events.ts';
import { findPair } from '../pair/store.ts';
import type { Application } from '../types.ts';
import { medianOf, waitedDays } from './rules.ts';
import { insertWait, listLastWaits } from './store/waits.ts';

/** How long a pair was waited for is written down with its beginning, before the days are counted anew. */
export const waitEnds: Listener = pairsEvents.hear({
  event: 'pairs.pair.began',
  name: 'pairs.wait-ends',
  handle: ({ ids }, { db }) => inTransaction(db, (tx) => noteWaits(tx, ids.pairId)),
});

export async function noteWaits(tx: Tx, pairId: string): Promise<void> {
  const pair = await findPair(tx, pairId);
  if (!pair) return;
  for (const id of [pair.volunteerApplicationId, pair.residentApplicationId]) {
    const application = await findApplication(tx, id);
    if (!application?.readyAt) continue;
    const profile = (await listMeetingProfiles(tx, [application.personId])).get(application.personId);
    await insertWait(tx, {
      pairId,
      applicationId: id,
      side: application.side,
      ...likeness(profile),
      days: waitedDays(application, pair.proposedAt),
      endedAt: pair.proposedAt,
    });
  }
}

/** By what people are like each other for how long they wait: where they live, and what they speak. */
function likeness(profile: MeetingProfile | undefined) {
  const best = profile?.languages.find(({ language, speak }) => language !== 'ja' && speak > 0);
  return { area: profile?.municipalityCode ?? null, language: best?.language ?? null };
}

/** How long people waited who are like somebody, and in what they are. */
export interface WaitsLike {
  readonly like: 'language' | 'area' | 'all';
  /** The language, or the municipality. */
  readonly of: string | null;
  readonly medianDays: number;
  readonly count: number;
}

/** The likest of whom enough is known: by language, by place, of the whole side. Null where that is nobody yet. */
export async function findWaitsLike(db: Database, application: Application): Promise<WaitsLike | null> {
  const { id: applicationId, side, personId } = application;
  const profile = (await listMeetingProfiles(db, [personId])).get(personId);
  const { area, language } = likeness(profile);
  const ways = [
    ...(language ? [{ like: 'language' as const, of: language, by: { applicationId, language } }] : []),
    ...(area ? [{ like: 'area' as const, of: area, by: { applicationId, area } }] : []),
    { like: 'all' as const, of: null, by: { applicationId } },
  ];
  for (const { like, of, by } of ways) {
    const days = await listLastWaits(db, side, by);
    const medianDays = medianOf(days);
    if (medianDays !== null) return { like, of, medianDays, count: days.length };
  }
  return null;
}
