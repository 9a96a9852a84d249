import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';
import { type Custody, DECIDES, type Guardianship, type Named, RELATIONS } from '../types.ts';

const said = sealedColumn('classes.guardianships.said');
const custody = sealedColumn('classes.guardianships.custody');
export const NamedWords = z.object({ name: z.string(), relation: z.enum(RELATIONS), phone: z.string() });
const CustodyWords = z.object({ decides: z.enum(DECIDES), notTold: z.string() });

const COLUMNS = [
  ...(['id', 'child_id', 'person_id', 'said', 'may_fetch', 'may_see', 'custody', 'custody_said_at'] as const),
  ...(['hides_place', 'looked_at', 'from_on', 'until_on'] as const),
] as const;
const rows = (db: Database) => db.selectFrom('classes.guardianships').select(COLUMNS);
type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

function openGuardianship(db: Database, row: Row): Guardianship | null {
  const words = said.read(db, row.id, row.said, NamedWords);
  return (
    words && {
      ...words,
      id: row.id,
      childId: row.child_id,
      personId: row.person_id,
      mayFetch: row.may_fetch,
      maySee: row.may_see,
      custody: row.custody && custody.read(db, row.id, row.custody, CustodyWords),
      hidesPlace: row.hides_place,
      lookedAt: row.looked_at,
      fromOn: row.from_on,
      untilOn: row.until_on,
    }
  );
}

/** The guardians of these children, whoever was named first first; those who are none any more, too. */
export async function listGuardianships(db: Database, childIds: readonly string[]): Promise<Guardianship[]> {
  if (childIds.length === 0) return [];
  const found = await rows(db).where('child_id', 'in', childIds).orderBy('said_at').orderBy('id').execute();
  return found.flatMap((row) => openGuardianship(db, row) ?? []);
}

/** Whether somebody may open a child's page. */
export async function isGuardianOf(db: Database, personId: string, childId: string): Promise<boolean> {
  const row = await db
    .selectFrom('classes.guardianships')
    .select('id')
    .where('child_id', '=', childId)
    .where('person_id', '=', personId)
    .where('may_see', '=', true)
    .where('until_on', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whom is written about a child: the guardians who may open their page. */
export async function listGuardianIds(db: Database, childIds: readonly string[]): Promise<string[]> {
  if (childIds.length === 0) return [];
  const found = await db
    .selectFrom('classes.guardianships')
    .select('person_id')
    .distinct()
    .where('child_id', 'in', childIds)
    .where('may_see', '=', true)
    .where('until_on', 'is', null)
    .where('person_id', 'is not', null)
    .execute();
  return found.flatMap(({ person_id }) => person_id ?? []);
}

interface NewGuardianship extends Named {
  readonly childId: string;
  readonly personId: string | null;
  readonly mayFetch: boolean;
  readonly fromOn: Temporal.PlainDate;
  readonly by: string;
  readonly now: Temporal.Instant;
}

const wordsOf = ({ name, relation, phone }: Named) => JSON.stringify({ name, relation, phone });

/** @returns its id; null where they are a guardian of the child already */
export async function insertGuardianship(tx: Tx, one: NewGuardianship): Promise<string | null> {
  const id = randomUUID();
  const row = await tx
    .insertInto('classes.guardianships')
    .values({
      id,
      child_id: one.childId,
      person_id: one.personId,
      said: said.seal(tx, id, wordsOf(one)),
      may_fetch: one.mayFetch,
      may_see: one.personId !== null,
      from_on: one.fromOn,
      said_by: one.by,
      said_at: one.now,
    })
    .onConflict((conflict) => conflict.columns(['child_id', 'person_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** What a guardian says of themselves: name, relation, telephone, whether they fetch. */
export async function updateOwnGuardianship(
  tx: Tx,
  id: string,
  one: Named & { readonly mayFetch: boolean },
): Promise<void> {
  await tx
    .updateTable('classes.guardianships')
    .set({ said: said.seal(tx, id, wordsOf(one)), may_fetch: one.mayFetch })
    .where('id', '=', id)
    .execute();
}

/** A guardian's own answer, in the place of the one before; that somebody must not know waits for a coordinator. */
export async function updateCustody(
  tx: Tx,
  id: string,
  answer: Custody & { readonly now: Temporal.Instant },
): Promise<void> {
  const { decides, notTold, now } = answer;
  await tx
    .updateTable('classes.guardianships')
    .set({
      custody: custody.seal(tx, id, JSON.stringify({ decides, notTold })),
      custody_said_at: now,
      hides_place: notTold !== '',
      looked_at: null,
    })
    .where('id', '=', id)
    .execute();
}

/** Somebody of the staff has read, on a page of that time, from whom a place must be kept. @returns whether it still said so */
export async function markLookedAt(
  tx: Tx,
  childId: string,
  looked: {
    readonly guardianshipId: string;
    readonly drawnAt: Temporal.Instant;
    readonly now: Temporal.Instant;
  },
): Promise<boolean> {
  const row = await tx
    .updateTable('classes.guardianships')
    .set({ looked_at: looked.now })
    .where('id', '=', looked.guardianshipId)
    .where('child_id', '=', childId)
    .where('hides_place', '=', true)
    .where('looked_at', 'is', null)
    .where('custody_said_at', '<=', looked.drawnAt)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** A guardian opens the child's page from now on, or does not any more. */
export async function updateSight(tx: Tx, id: string, sight: 'shown' | 'hidden'): Promise<void> {
  await tx
    .updateTable('classes.guardianships')
    .set({ may_see: sight === 'shown' })
    .where('id', '=', id)
    .execute();
}

/** More worries than a coordinator looks at in a day. */
const MOST_WORRIES = 50;

/** Children whose place somebody must not know, and of whom no coordinator has talked with the family yet; the oldest first. @param notOf whose own children are left out */
export async function listHidingPlace(
  db: Database,
  notOf: string | null,
): Promise<{ readonly childId: string; readonly saidAt: Temporal.Instant }[]> {
  const found = await db
    .selectFrom('classes.guardianships')
    .select(['child_id', 'custody_said_at'])
    .where('hides_place', '=', true)
    .where('looked_at', 'is', null)
    .where('child_id', 'not in', (own) =>
      own.selectFrom('classes.guardianships').select('child_id').where('person_id', '=', notOf),
    )
    .orderBy('custody_said_at')
    .orderBy('id')
    .limit(MOST_WORRIES)
    .execute();
  return found.flatMap(({ child_id, custody_said_at: saidAt }) =>
    saidAt ? [{ childId: child_id, saidAt }] : [],
  );
}
