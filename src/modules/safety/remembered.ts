import type { OwnLine } from './types.ts';

/** What the organization has saved of helplines, as it was last read here. */
export interface Saved {
  readonly own: readonly OwnLine[];
  readonly checks: readonly {
    readonly number: string;
    readonly verifiedOn: Temporal.PlainDate | null;
    readonly isHidden: boolean;
  }[];
  readonly readAt: Temporal.Instant;
}

let lastRead: Saved | null = null;

/** Remembers it for the time when the database is away; every process for itself. */
export function remember(saved: Saved): Saved {
  lastRead = saved;
  return saved;
}

/** @returns null in a process that has not read it yet */
export function remembered(): Saved | null {
  return lastRead;
}
