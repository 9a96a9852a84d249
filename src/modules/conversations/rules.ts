import { accept, type Outcome, refuse } from '../../platform/refusal.ts';
import { NOBODY_TALKS, type Talk } from '../../platform/thing.ts';
import type { Thread } from './types.ts';

/** Who wants to write: a participant by tie, a coordinator by office. */
export interface Writer {
  readonly personId: string;
  readonly isStaff: boolean;
}

/** Whether somebody may write into a thread; decides also whether they write as staff. */
export function mayWrite(
  thread: Pick<Thread, 'closedAt' | 'participantIds' | 'formerIds'>,
  writer: Writer,
): Outcome<{ asStaff: boolean }> {
  if (thread.closedAt) return refuse('conversation_is_closed');
  if (thread.participantIds.includes(writer.personId)) return accept({ asStaff: false });
  const mayAsStaff = writer.isStaff && !thread.formerIds.includes(writer.personId);
  return mayAsStaff ? accept({ asStaff: true }) : refuse('only_participants_write_here');
}

/** What the organization has decided about those who would talk. */
interface Decided {
  readonly suspended: ReadonlySet<string>;
  /** Whom each is kept apart from. */
  readonly apart: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Who is left to talk after what was decided, whatever they talk about: nobody who is suspended, nobody by themselves,
 * and nobody at all where two of them are kept apart.
 */
export function leftToTalk(talk: Talk, { suspended, apart }: Decided): Talk {
  const together = talk.together.filter((id) => !suspended.has(id));
  const areApart = together.some((id) => together.some((other) => apart.get(id)?.has(other)));
  return {
    together: areApart || together.length < 2 ? NOBODY_TALKS.together : together,
    withStaff: talk.withStaff && !suspended.has(talk.withStaff) ? talk.withStaff : null,
  };
}

/** Whether a thread stays open for these people: not where somebody is or was in it who is not among them. */
export function staysOpenFor(
  thread: Pick<Thread, 'participantIds' | 'formerIds'>,
  personIds: readonly string[],
): boolean {
  const everybody = [...thread.participantIds, ...thread.formerIds];
  return personIds.length > 0 && everybody.every((id) => personIds.includes(id));
}

interface FoundThread {
  readonly id: string;
  readonly kind: Thread['kind'];
  readonly closedAt: Temporal.Instant | null;
}

/**
 * Of all threads about a thing the one that its reader is led to: what is open, that of those who meet first, else the
 * last. For whoever may begin to write, what has ended with the coordinators is no reason not to.
 * @param threads the oldest first
 */
export function threadToShow(threads: readonly FoundThread[], reader: 'may begin' | 'reads'): string | null {
  const open = threads.filter(({ closedAt }) => closedAt === null);
  const last = threads.findLast(({ kind }) => reader === 'reads' || kind === 'visit');
  const shown = open.find(({ kind }) => kind === 'visit') ?? open[0] ?? last;
  return shown?.id ?? null;
}
