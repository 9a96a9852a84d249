import { sql } from 'kysely';
import type { Database, Tx } from '../database/connect.ts';
import { executeStanding, type Standing, standing } from '../database/standing.ts';

/** Who acts: a person in a role, or the program itself. */
export interface AuditActor {
  readonly personId: string | null;
  readonly role: string;
}

export interface AuditEntry {
  /** What happened, past tense in the words of the domain: `spot.request.submitted`, `people.profile.viewed`. */
  readonly action: string;
  readonly outcome: 'done' | 'seen' | 'refused';
  /** Whose record it was; one entry for each, so that everybody can see who has looked at theirs. */
  readonly subjectIds?: readonly string[];
  readonly object?: { readonly kind: string; readonly id: string };
  /** Facts that help to understand, never personal data: a refusal's code, a changed setting's name and values. */
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

/** The program acting by itself: jobs, seeds, timers. */
export const PROGRAM: AuditActor = { personId: null, role: 'program' };

/**
 * Writes audit entries in the transaction of what they are about; they are sealed into the chain at its commit.
 * @param at the instant of the act, from the caller's clock
 */
export async function recordAudit(
  tx: Tx,
  actor: AuditActor,
  entry: AuditEntry,
  at: Temporal.Instant,
): Promise<void> {
  await writeEntry(tx, entryOf(actor, entry, at));
}

/** Writes what `entryOf` says. */
export async function writeEntry(db: Database, entry: Standing): Promise<void> {
  await executeStanding(db, { entry }, ({ entry: statement }) => sql`${statement}`);
}

interface Written {
  readonly at: Temporal.Instant;
  readonly actorId: string | null;
  readonly role: string;
  readonly action: string;
  readonly outcome: AuditEntry['outcome'];
  readonly subjects: readonly (string | null)[];
  readonly kind: string | null;
  readonly id: string | null;
  readonly detail: string;
}

const entries = standing<Written>(
  ({ at, actorId, role, action, outcome, subjects, kind, id, detail }) => sql`
    insert into audit.entries (at, actor_id, actor_role, action, outcome, subject_id, object_kind, object_id, detail)
    select ${at}::timestamptz, ${actorId}::uuid, ${role}, ${action}, ${outcome}, subject_id,
      ${kind}, ${id}, ${detail}::jsonb
    from unnest(${subjects}::uuid[]) as subject_id`,
);

/** The statement that writes an entry, for one that stands within another statement. */
export function entryOf(actor: AuditActor, entry: AuditEntry, at: Temporal.Instant): Standing {
  const { action, outcome, subjectIds = [], object, detail = {} } = entry;
  return entries({
    ...{ at, actorId: actor.personId, role: actor.role, action, outcome },
    subjects: subjectIds.length > 0 ? [...new Set(subjectIds)] : [null],
    ...{ kind: object?.kind ?? null, id: object?.id ?? null, detail: JSON.stringify(detail) },
  });
}
