import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../database/connect.ts';

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
  await entryOf(actor, entry, at).execute(tx);
}

/** The statement that writes an entry, for one that stands within another statement. */
export function entryOf(actor: AuditActor, entry: AuditEntry, at: Temporal.Instant): RawBuilder<unknown> {
  const subjects: (string | null)[] = entry.subjectIds?.length ? [...new Set(entry.subjectIds)] : [null];
  // As one statement, always the same: a built one costs an audited page as much as a card.
  return sql`
    insert into audit.entries (at, actor_id, actor_role, action, outcome, subject_id, object_kind, object_id, detail)
    select ${at}::timestamptz, ${actor.personId}::uuid, ${actor.role}, ${entry.action}, ${entry.outcome}, subject_id,
      ${entry.object?.kind ?? null}, ${entry.object?.id ?? null}, ${JSON.stringify(entry.detail ?? {})}::jsonb
    from unnest(${subjects}::uuid[]) as subject_id`;
}
