import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';
import { type CareKind, type CareNote, FOODS, type SaidOfCare } from '../types.ts';

const said = sealedColumn('classes.care_notes.said');
const Said = z.object({ foods: z.array(z.enum(FOODS)), what: z.string(), whatToDo: z.string() });

/** What is kept of the health of these children, also what may not be read any more: the rule (`careOn`) tells them apart. */
export async function listCareNotes(db: Database, childIds: readonly string[]): Promise<CareNote[]> {
  if (childIds.length === 0) return [];
  const found = await db
    .selectFrom('classes.care_notes')
    .select(['id', 'child_id', 'kind', 'said', 'consent_at', 'consent_until'])
    .where('child_id', 'in', childIds)
    .orderBy('consent_at')
    .orderBy('id')
    .execute();
  return found.map(({ id, child_id, kind, said: held, consent_at, consent_until }) => ({
    // A note that does not open is there all the same: its reader asks the family.
    ...(said.read(db, id, held, Said) ?? UNREAD),
    ...{ id, childId: child_id, kind, consentAt: consent_at, consentUntil: consent_until },
  }));
}

const UNREAD: SaidOfCare = { foods: [], what: '\uFFFD', whatToDo: '' };

interface NewNote extends SaidOfCare {
  readonly kind: CareKind;
  readonly by: string;
  readonly now: Temporal.Instant;
  readonly consentUntil: Temporal.PlainDate;
}

export async function insertCareNote(tx: Tx, childId: string, note: NewNote): Promise<string> {
  const id = randomUUID();
  const { foods, what, whatToDo } = note;
  await tx
    .insertInto('classes.care_notes')
    .values({
      id,
      child_id: childId,
      kind: note.kind,
      said: said.seal(tx, id, JSON.stringify({ foods, what, whatToDo })),
      consent_by: note.by,
      consent_at: note.now,
      consent_until: note.consentUntil,
    })
    .execute();
  return id;
}

/** Takes one back: nothing of it stays. @returns how many there were */
export async function deleteCareNote(tx: Tx, childId: string, noteId: string): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('classes.care_notes')
    .where('child_id', '=', childId)
    .where('id', '=', noteId)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Which of the notes somebody has read for a day. */
export async function listReadNoteIds(
  db: Database,
  { sessionId, personId }: { readonly sessionId: string; readonly personId: string },
): Promise<Set<string>> {
  const found = await db
    .selectFrom('classes.care_readings')
    .select('note_id')
    .where('session_id', '=', sessionId)
    .where('person_id', '=', personId)
    .execute();
  return new Set(found.map(({ note_id }) => note_id));
}

/** Who has read every one of these notes for a day; whoever has read one of two has read none. */
export async function markNotesRead(
  tx: Tx,
  noteIds: readonly string[],
  read: { readonly sessionId: string; readonly personId: string; readonly now: Temporal.Instant },
): Promise<void> {
  if (noteIds.length === 0) return;
  await tx
    .insertInto('classes.care_readings')
    .values(
      noteIds.map((note_id) => ({
        note_id,
        session_id: read.sessionId,
        person_id: read.personId,
        read_at: read.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
