import type { Database } from '../../platform/database/connect.ts';
import type { DeskItem, DeskSection } from '../../platform/parts/desk-part.ts';

/** Who looks, and on which day. */
export interface Looking {
  readonly readerId: string | null;
  readonly day: string;
}

/** Of one day, what has been written down: an entry that is written stays, so that this cannot be old. */
const written = new WeakMap<Database, { readonly day: string; readonly keys: Set<string> }>();

/**
 * Whose record a look at the desk is: the desk is open all day and renews itself, so an entry names somebody once a day for
 * each coordinator and each row or section in which they stand, not at every look. Another process, or this one begun
 * anew, writes it once more.
 * @returns whom to name, and what to call once their entries are written
 */
export function newlySeen(
  db: Database,
  { readerId, day }: Looking,
  shown: readonly Pick<DeskItem | DeskSection, 'id' | 'subjectIds'>[],
): { readonly subjectIds: readonly string[]; wereWritten(): void } {
  const before = written.get(db);
  const known = before?.day === day ? before.keys : new Set<string>();
  if (known !== before?.keys) written.set(db, { day, keys: known });
  const fresh = shown.flatMap(({ id, subjectIds = [] }) =>
    subjectIds
      .map((subject) => [subject, `${readerId} ${id} ${subject}`] as const)
      .filter(([, key]) => !known.has(key)),
  );
  return {
    subjectIds: [...new Set(fresh.map(([subject]) => subject))],
    wereWritten: () => {
      for (const [, key] of fresh) known.add(key);
    },
  };
}
