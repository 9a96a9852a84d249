import { randomUUID } from 'node:crypto';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import type { FreeTie } from '../rules.ts';

/** That somebody interprets at the appointment of a matter. */
export interface Interpreting {
  readonly id: string;
  /** Null once they are out of the register. */
  readonly interpreterId: string | null;
  readonly language: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly tie: FreeTie;
}

/** Whether somebody interprets elsewhere at this time. Asked with their row locked. */
export async function isTaken(
  tx: Tx,
  interpreterId: string,
  { startsAt, endsAt }: Pick<Interpreting, 'startsAt' | 'endsAt'>,
): Promise<boolean> {
  const row = await tx
    .selectFrom('consultations.interpretings')
    .select('id')
    .where('interpreter_id', '=', interpreterId)
    .where('ended_at', 'is', null)
    .where('starts_at', '<', endsAt)
    .where('ends_at', '>', startsAt)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertInterpreting(
  tx: Tx,
  matterId: string,
  made: Omit<Interpreting, 'id'> & { readonly by: string; readonly now: Temporal.Instant },
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('consultations.interpretings')
    .values({
      id,
      matter_id: matterId,
      interpreter_id: made.interpreterId,
      language: made.language,
      starts_at: made.startsAt,
      ends_at: made.endsAt,
      tie: made.tie,
      chosen_by: made.by,
      chosen_at: made.now,
    })
    .execute();
  return id;
}

const COLUMNS = ['id', 'interpreter_id', 'language', 'starts_at', 'ends_at', 'tie'] as const;
interface Row {
  readonly id: string;
  readonly interpreter_id: string | null;
  readonly language: string;
  readonly starts_at: Temporal.Instant;
  readonly ends_at: Temporal.Instant;
  readonly tie: string;
}
const toInterpreting = (row: Row): Interpreting => ({
  id: row.id,
  interpreterId: row.interpreter_id,
  language: row.language,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  tie: row.tie as FreeTie,
});

/** Who interprets, unless it was called off. */
export async function findInterpreting(db: Database, matterId: string): Promise<Interpreting | null> {
  const row = await db
    .selectFrom('consultations.interpretings')
    .select(COLUMNS)
    .where('matter_id', '=', matterId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row ? toInterpreting(row) : null;
}

/** Ends what is still to come. @returns it, where there was one */
export async function endInterpreting(
  tx: Tx,
  matterId: string,
  now: Temporal.Instant,
): Promise<Interpreting | null> {
  const row = await tx
    .updateTable('consultations.interpretings')
    .set({ ended_at: now })
    .where('matter_id', '=', matterId)
    .where('ended_at', 'is', null)
    .where('starts_at', '>', now)
    .returning(COLUMNS)
    .executeTakeFirst();
  return row ? toInterpreting(row) : null;
}
