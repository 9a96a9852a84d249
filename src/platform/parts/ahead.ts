import type { VNode } from 'preact';
import type { Database } from '../database/connect.ts';
import type { Locale } from '../languages/locales.ts';
import type { Label } from '../languages/messages.tsx';
import type { Role } from '../permissions.ts';
import { inOrder } from './in-order.ts';

/** Whose page it is, and when they look. */
export interface AheadReader {
  readonly personId: string;
  readonly roles: ReadonlySet<Role>;
  readonly now: Temporal.Instant;
  readonly locale: Locale;
}

/** When somebody is expected, for their own calendar: others see it there, so it says nothing of what. */
export interface InCalendar {
  /** The same through all changes of its time. */
  readonly id: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

/** Something that lies ahead of somebody. */
export interface AheadItem {
  /** When it is, or from when on it waits; null for what has no time: it stands behind what has. */
  readonly at: Temporal.Instant | null;
  /** With what the reader can do about it: the first is done where it is read. */
  readonly card: VNode;
  /** Others wait for the reader. */
  readonly isYourTurn?: boolean;
  /** Where it is settled that they come. */
  readonly inCalendar?: InCalendar | undefined;
  /** It is over, and there is nothing left to do. */
  readonly isSettled?: boolean;
}

/** A page on which somebody could begin something. */
export interface AheadWay {
  readonly href: string;
  readonly title: Label;
  readonly text: Label;
  /** What stands before what: the lower first. */
  readonly order: number;
}

/** What a module knows of somebody's next days. */
export interface LiesAhead {
  readonly items?: readonly AheadItem[];
  readonly ways?: readonly AheadWay[];
  /** Parts that they are about to have: what is for these parts is theirs already. */
  readonly parts?: readonly Role[];
}

/** Looks up what lies ahead of somebody in a module, in whatever part they have. */
export type Ahead = (db: Database, reader: AheadReader) => Promise<LiesAhead>;

/**
 * What lies ahead of somebody in all modules: what is within a day, what waits for them, the rest; each by time. What is
 * settled comes last.
 */
export async function lookAhead(
  aheads: readonly Ahead[],
  db: Database,
  reader: AheadReader,
): Promise<Required<LiesAhead>> {
  const found: LiesAhead[] = [];
  for (const ahead of aheads) found.push(await ahead(db, reader));
  return {
    items: found
      .flatMap(({ items = [] }) => items)
      .toSorted((one, other) => rankOf(one, reader.now) - rankOf(other, reader.now) || byTime(one, other)),
    ways: inOrder(found.flatMap(({ ways = [] }) => ways)),
    parts: found.flatMap(({ parts = [] }) => parts),
  };
}

const SOON = { hours: 24 };

function rankOf({ at, isYourTurn, isSettled }: AheadItem, now: Temporal.Instant): number {
  if (isSettled) return 3;
  if (at && Temporal.Instant.compare(at, now.add(SOON)) < 0) return 0;
  return isYourTurn ? 1 : 2;
}

function byTime({ at }: AheadItem, other: AheadItem): number {
  if (at && other.at) return Temporal.Instant.compare(at, other.at);
  return (at ? 0 : 1) - (other.at ? 0 : 1);
}
