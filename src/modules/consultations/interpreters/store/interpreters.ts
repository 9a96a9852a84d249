import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { sealedColumn, UNREADABLE } from '../../../../platform/sealed/column.ts';
import { type Interpreter, KNOWN_AS, type Skill } from '../rules.ts';

const column = sealedColumn('consultations.interpreters.person');
const Person = z.object({
  name: z.string(),
  email: z.string(),
  knownAs: z.enum(KNOWN_AS),
  times: z.string(),
});

export type Written = Omit<Interpreter, 'id' | 'leftAt'>;

const valuesOf = (tx: Tx, id: string, { name, email, knownAs, times, ...interpreter }: Written) => ({
  person: column.seal(tx, id, JSON.stringify({ name, email, knownAs, times })),
  languages: [...interpreter.languages],
  skill: interpreter.skill,
  pledged_on: interpreter.pledgedOn,
});

export async function insertInterpreter(
  tx: Tx,
  interpreter: Written & { readonly by: string; readonly now: Temporal.Instant },
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('consultations.interpreters')
    .values({ id, ...valuesOf(tx, id, interpreter), added_by: interpreter.by, added_at: interpreter.now })
    .execute();
  return id;
}

export async function updateInterpreter(tx: Tx, id: string, interpreter: Written): Promise<void> {
  await tx
    .updateTable('consultations.interpreters')
    .set(valuesOf(tx, id, interpreter))
    .where('id', '=', id)
    .execute();
}

export async function markInterpreterLeft(
  tx: Tx,
  id: string,
  leftAt: Temporal.Instant | null,
): Promise<void> {
  await tx.updateTable('consultations.interpreters').set({ left_at: leftAt }).where('id', '=', id).execute();
}

const COLUMNS = ['id', 'person', 'languages', 'skill', 'pledged_on', 'left_at'] as const;
const MOST_INTERPRETERS = 200;

/** Who interprets, the longest with us first; with `left`, those who no longer do behind them. */
export async function listInterpreters(
  db: Database,
  { left = false }: { readonly left?: boolean } = {},
): Promise<Interpreter[]> {
  const query = db
    .selectFrom('consultations.interpreters')
    .select(COLUMNS)
    .orderBy('left_at', (order) => order.desc().nullsFirst())
    .orderBy('added_at')
    .orderBy('id')
    .limit(MOST_INTERPRETERS);
  const rows = await (left ? query : query.where('left_at', 'is', null)).execute();
  return rows.map((row) => toInterpreter(db, row));
}

/** @returns null where there is none; `locked`, rivals for the same hour wait until the transaction ends */
export async function findInterpreter(
  db: Database,
  id: string,
  lock?: 'locked',
): Promise<Interpreter | null> {
  const query = db.selectFrom('consultations.interpreters').select(COLUMNS).where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? toInterpreter(db, row) : null;
}

/** Who is chosen for the appointment of a matter, and was not told that they need not come. */
export async function findChosen(db: Database, matterId: string): Promise<Interpreter | null> {
  const row = await db
    .selectFrom('consultations.interpretings')
    .innerJoin('consultations.interpreters', 'consultations.interpreters.id', 'interpreter_id')
    .select(COLUMNS.map((name) => `consultations.interpreters.${name}` as const))
    .where('matter_id', '=', matterId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row ? toInterpreter(db, row) : null;
}

interface Row {
  readonly id: string;
  readonly person: Parameters<typeof column.read>[2];
  readonly languages: string[];
  readonly skill: string;
  readonly pledged_on: Temporal.PlainDate | null;
  readonly left_at: Temporal.Instant | null;
}

function toInterpreter(db: Database, row: Row): Interpreter {
  const nobody = { name: UNREADABLE, email: '', knownAs: 'untold', times: '' } as const;
  return {
    ...(column.read(db, row.id, row.person, Person) ?? nobody),
    ...{ id: row.id, languages: row.languages, skill: row.skill as Skill },
    ...{ pledgedOn: row.pledged_on, leftAt: row.left_at },
  };
}
