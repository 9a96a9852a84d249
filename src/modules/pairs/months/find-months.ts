import type { Database } from '../../../platform/database/connect.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { dayInJapan, findPersons, nameFor, type ShownName } from '../../people/index.ts';
import { findApplication } from '../applications/store.ts';
import { findOver } from '../closing/find-over.ts';
import type { Over } from '../closing/view.tsx';
import { otherSide, personOf, sideOf } from '../pair/over.ts';
import type { Pair, Side } from '../types.ts';
import { waitingOf } from './check-ins/check-in.ts';
import { findLonelinessDue } from './loneliness/find-due.ts';
import { type Happened, happenedOf } from './rules/activities.ts';
import { type Begun, hasBegun } from './rules/calendar.ts';
import { type IdeaKey, ideasFor } from './rules/ideas.ts';
import { listActivities } from './store/activities.ts';
import { listCheckIns } from './store/check-ins.ts';

/** All that one of the two sees of their months. Nothing of what the other said in a check-in is loaded for it. */
export interface Months {
  readonly pair: Pair & Begun;
  readonly side: Side;
  readonly other: ShownName;
  readonly today: Temporal.PlainDate;
  readonly now: Temporal.Instant;
  /** The latest first. */
  readonly happened: readonly Happened[];
  readonly ideas: readonly IdeaKey[];
  /** Whether the reader’s own answer is waited for. */
  readonly isAsked: boolean;
  /** Whether they may say how lonely they are: offered beside it. */
  readonly isAskedLoneliness: boolean;
  /** Null while it goes on. */
  readonly over: Over | null;
}

interface Looking {
  readonly readerId: string;
  readonly locale: Locale;
  readonly now: Temporal.Instant;
}

/** @returns null for a pair that has not begun, and for whoever is not one of the two */
export async function findMonths(db: Database, pair: Pair, looking: Looking): Promise<Months | null> {
  const { readerId, locale, now } = looking;
  const side = sideOf(pair, readerId);
  if (!side || !hasBegun(pair)) return null;
  const otherId = personOf(pair, otherSide(side));
  const other = (await findPersons(db, [otherId])).get(otherId);
  const today = dayInJapan(now);
  return {
    pair,
    side,
    other: other ? nameFor(other, locale, 'counterpart') : { text: '', words: '', written: null },
    today,
    now,
    happened: happenedOf(await listActivities(db, pair.id), readerId),
    isAsked: waitingOf(await listCheckIns(db, pair.id, side)) !== null,
    isAskedLoneliness: (await findLonelinessDue(db, pair, { personId: readerId, today })) !== null,
    over: await findOver(db, pair, { side, now }),
    ideas: ideasFor(today, await findSharedInterests(db, pair)),
  };
}

async function findSharedInterests(db: Database, pair: Pair): Promise<string[]> {
  const volunteer = await findApplication(db, pair.volunteerApplicationId);
  const resident = await findApplication(db, pair.residentApplicationId);
  const theirs = new Set(volunteer?.facts.interests);
  return resident?.facts.interests.filter((one) => theirs.has(one)) ?? [];
}
