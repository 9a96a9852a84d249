import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { PairIds } from '../../../../matching/index.ts';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import type { PairsRounds } from '../../../../platform/database/generated.ts';
import { type Page, toPage, type Window } from '../../../../platform/database/paging.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';
import type { Round, RoundInput, RoundState, ToldRound } from '../types.ts';

const input = sealedColumn('pairs.rounds.input');
const result = sealedColumn('pairs.rounds.result');

export async function insertRound(
  tx: Tx,
  round: Pick<Round, 'createdBy' | 'createdAt' | 'heldOn' | 'area' | 'weightsVersion'>,
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('pairs.rounds')
    .values({
      id,
      created_by: round.createdBy,
      created_at: round.createdAt,
      held_on: round.heldOn,
      area: round.area,
      weights_version: round.weightsVersion,
    })
    .execute();
  return id;
}

const COLUMNS = [
  ...(['id', 'state', 'version', 'created_by', 'created_at', 'held_on', 'area', 'weights_version'] as const),
  ...(['solved_at', 'solving_id', 'solving_for', 'solving_share', 'over_at'] as const),
] as const;

export async function findRound(db: Database, id: string): Promise<Round | null> {
  const row = await db.selectFrom('pairs.rounds').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row ? toRound(row) : null;
}

/** With its row locked: coordinators who change it wait for each other. */
export async function lockRound(tx: Tx, id: string): Promise<Round | null> {
  const row = await tx
    .selectFrom('pairs.rounds')
    .select(COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toRound(row) : null;
}

/** Rounds, the newest first. */
export async function listRounds(
  db: Database,
  { state }: { readonly state: RoundState | null },
  window: Window,
): Promise<Page<Round>> {
  let query = db
    .selectFrom('pairs.rounds')
    .select(COLUMNS)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(window.limit + 1);
  if (state) query = query.where('state', '=', state);
  if (window.after)
    query = query.where(
      sql<boolean>`(created_at, id) < (select created_at, id from pairs.rounds where id = ${window.after}::uuid)`,
    );
  return toPage((await query.execute()).map(toRound), window, ({ id }) => id);
}

export type RoundChanges = Partial<
  Pick<
    Selectable<PairsRounds>,
    'state' | 'solved_at' | 'solving_id' | 'solving_for' | 'solving_share' | 'over_at' | 'forgotten_at'
  >
> & { readonly input?: RoundInput | null; readonly result?: ToldRound | null };

/** Changes a round, and raises its version: whoever looks at an older one is told. */
export async function updateRound(tx: Tx, id: string, changes: RoundChanges): Promise<void> {
  const { input: from, result: told, ...columns } = changes;
  await tx
    .updateTable('pairs.rounds')
    .set({
      ...columns,
      ...(from !== undefined && { input: from && input.seal(tx, id, JSON.stringify(from)) }),
      ...(told !== undefined && { result: told && result.seal(tx, id, JSON.stringify(told)) }),
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .execute();
}

/** How far the solving has got. @returns false where it is not wanted any more */
export async function noteShare(
  db: Database,
  { roundId, solvingId }: { readonly roundId: string; readonly solvingId: string },
  share: number,
): Promise<boolean> {
  const noted = await db
    .updateTable('pairs.rounds')
    .set({ solving_share: share })
    .where('id', '=', roundId)
    .where('solving_id', '=', solvingId)
    .executeTakeFirst();
  return noted.numUpdatedRows > 0n;
}

/** Who was in a round; null before it was solved, and once that is forgotten. */
export async function findInput(db: Database, id: string): Promise<RoundInput | null> {
  const row = await db.selectFrom('pairs.rounds').select('input').where('id', '=', id).executeTakeFirst();
  return row?.input ? input.read(db, id, row.input, z.custom<RoundInput>()) : null;
}

/** What came of a round; null before it was solved, and once that is forgotten. */
export async function findResult(db: Database, id: string): Promise<ToldRound | null> {
  const row = await db.selectFrom('pairs.rounds').select('result').where('id', '=', id).executeTakeFirst();
  return row?.result ? result.read(db, id, row.result, z.custom<ToldRound>()) : null;
}

export interface RoundStep extends Partial<PairIds> {
  readonly act: string;
  readonly byPerson: string | null;
  readonly at: Temporal.Instant;
}

export async function insertRoundStep(tx: Tx, roundId: string, step: RoundStep): Promise<void> {
  await tx
    .insertInto('pairs.round_steps')
    .values({
      round_id: roundId,
      act: step.act,
      by_person: step.byPerson,
      resident_application_id: step.residentId ?? null,
      volunteer_application_id: step.volunteerId ?? null,
      at: step.at,
    })
    .execute();
}

/** What was done to a round, the newest first; at most a hundred. */
export async function listRoundSteps(db: Database, roundId: string): Promise<RoundStep[]> {
  const rows = await db
    .selectFrom('pairs.round_steps')
    .selectAll()
    .where('round_id', '=', roundId)
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    act: row.act,
    byPerson: row.by_person,
    at: row.at,
    ...(row.resident_application_id && { residentId: row.resident_application_id }),
    ...(row.volunteer_application_id && { volunteerId: row.volunteer_application_id }),
  }));
}

type Row = Pick<Selectable<PairsRounds>, (typeof COLUMNS)[number]>;

function toRound(row: Row): Round {
  return {
    id: row.id,
    state: row.state,
    version: row.version,
    createdBy: row.created_by,
    createdAt: row.created_at,
    heldOn: row.held_on,
    area: row.area,
    weightsVersion: row.weights_version,
    solvedAt: row.solved_at,
    solving:
      row.solving_id && row.solving_for
        ? { id: row.solving_id, for: row.solving_for, share: row.solving_share }
        : null,
    overAt: row.over_at,
  };
}
