import type { AuditLine } from '../../../platform/audit/read.ts';

/** Which words there are: `record_<act>` and `area_<module>`. */
export type HasWord = (key: string) => boolean;

/** Keys of the sentences that tell what was done: the act itself, or its area and whether it was seen, done or refused. */
export type RecordWords =
  | { readonly act: string }
  | { readonly area: string; readonly outcome: AuditLine['outcome'] };

/** Which sentence tells an act. A refused act never gets the sentence of one that was done. */
export function wordsFor(
  { action, outcome }: Pick<AuditLine, 'action' | 'outcome'>,
  has: HasWord,
): RecordWords {
  const act = `record_${action.replaceAll('.', '_')}`;
  if (outcome !== 'refused' && action.includes('.') && has(act)) return { act };
  const area = `area_${action.split('.')[0]}`;
  return { area: has(area) ? area : 'area_other', outcome };
}

export const RECORD_ROLES = [
  'administrator',
  'coordinator',
  'treasurer',
  'expert',
  'tutor',
  'volunteer',
  'resident',
  'program',
  'visitor',
] as const;

/** Acts of somebody who is not signed in yet and proves by the act itself that the record is theirs: a code, a link. */
const PROOFS = ['sign_in.session.started', 'notifications.unsubscribed'];

/**
 * Who did it, as it is told: `you` for the reader's own acts, else the role in which somebody acted; `other` for a role
 * without a word.
 */
export function whoFor(
  line: Pick<AuditLine, 'actorId' | 'actorRole' | 'action' | 'outcome'>,
  ownId: string,
): (typeof RECORD_ROLES)[number] | 'you' | 'other' {
  const hasProved = line.actorId === null && line.outcome === 'done' && PROOFS.includes(line.action);
  if (line.actorId === ownId || hasProved) return 'you';
  return RECORD_ROLES.find((known) => known === line.actorRole) ?? 'other';
}

/** Acts of one sort, by one role, one soon after the other: told in one line. */
export interface Acts {
  /** The last of them. */
  readonly line: AuditLine;
  readonly count: number;
  /** When the first of them was. */
  readonly since: Temporal.Instant;
}

/** Longer than this apart, the same act is told again. */
const TOGETHER_WITHIN = { minutes: 30 };

/** Lines, newest first, with those in one that would say the same and follow each other soon. */
export function together(lines: readonly AuditLine[], ownId: string, has: HasWord): readonly Acts[] {
  const told = (line: AuditLine) => JSON.stringify([whoFor(line, ownId), wordsFor(line, has)]);
  const acts: Acts[] = [];
  for (const line of lines) {
    const last = acts.at(-1);
    const isSoon =
      last &&
      Temporal.Instant.compare(line.at.add(TOGETHER_WITHIN), last.since) >= 0 &&
      told(line) === told(last.line);
    if (isSoon) acts.splice(-1, 1, { ...last, count: last.count + 1, since: line.at });
    else acts.push({ line, count: 1, since: line.at });
  }
  return acts;
}
