import { type Database, sealOf } from '../../../../platform/database/connect.ts';
import type { ListMark } from './rules/press.ts';

/** 96 bits: what nobody guesses for one list on one day, and short enough for a line of a log. */
const LETTERS = 16;

/** Seals when a day's list was made: a phone that comes back late says by it which list it had, and can say no other time. */
export function markList(db: Database, sessionId: string, now: Temporal.Instant): ListMark {
  const at = Math.floor(now.epochMilliseconds / 1000);
  return { at, seal: sealFor(db, sessionId, at) };
}

/** @returns when the list was made; null for a seal that is none of ours, or of another day */
export function readMark(db: Database, sessionId: string, { at, seal }: ListMark): Temporal.Instant | null {
  return seal === sealFor(db, sessionId, at) ? Temporal.Instant.fromEpochMilliseconds(at * 1000) : null;
}

const sealFor = (db: Database, sessionId: string, at: number): string =>
  sealOf(db).digest(`classes list ${sessionId} ${at}`).slice(0, LETTERS);
