import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';
import { type Born, type Child, type PhotoConsent, READING, type SaidOfChild } from '../types.ts';

const said = sealedColumn('classes.children.said');
const Said = z.object({
  name: z.string(),
  languages: z.array(z.string()),
  reading: z.enum(READING),
  school: z.string(),
  note: z.string(),
});

const COLUMNS = [
  ...(['id', 'said', 'birth_month', 'is_first_of_april', 'answered_by', 'photos'] as const),
  ...(['photos_said_at', 'care_said_at', 'left_at'] as const),
] as const;

const rows = (db: Database) => db.selectFrom('classes.children').select(COLUMNS);
type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

/** @returns null where nobody has said anything of them, or it does not open */
function openChild(db: Database, row: Row): Child | null {
  const words = row.said && said.read(db, row.id, row.said, Said);
  if (!words || !row.birth_month || !row.answered_by) return null;
  return {
    ...words,
    id: row.id,
    birthMonth: row.birth_month,
    isFirstOfApril: row.is_first_of_april,
    answeredBy: row.answered_by,
    photos: row.photos,
    photosSaidAt: row.photos_said_at,
    careSaidAt: row.care_said_at,
    leftAt: row.left_at,
  };
}

export async function findChild(db: Database, id: string): Promise<Child | null> {
  const row = await rows(db).where('id', '=', id).executeTakeFirst();
  return row ? openChild(db, row) : null;
}

/** As `findChild`; nothing is said of them by anybody else before the transaction ends. */
export async function lockChild(tx: Tx, id: string): Promise<Child | null> {
  const row = await rows(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row ? openChild(tx, row) : null;
}

/** Those of these children of whom something is said, by id. */
export async function findChildren(db: Database, ids: readonly string[]): Promise<Map<string, Child>> {
  if (ids.length === 0) return new Map();
  const found = await rows(db).where('id', 'in', ids).execute();
  return new Map(
    found.flatMap((row) => {
      const child = openChild(db, row);
      return child ? [[row.id, child] as const] : [];
    }),
  );
}

/** More children than one family has. */
const MOST = 20;

/** The children whose pages somebody may open, the first enrolled first. */
export async function listChildrenOf(db: Database, personId: string): Promise<Child[]> {
  const found = await rows(db)
    .where('id', 'in', (of) =>
      of
        .selectFrom('classes.guardianships')
        .select('child_id')
        .where('person_id', '=', personId)
        .where('may_see', '=', true)
        .where('until_on', 'is', null),
    )
    .orderBy('created_at')
    .orderBy('id')
    .limit(MOST)
    .execute();
  return found.flatMap((row) => openChild(db, row) ?? []);
}

interface NewChild extends Born, SaidOfChild {
  readonly answeredBy: string;
  readonly now: Temporal.Instant;
}

const wordsOf = ({ name, languages, reading, school, note }: SaidOfChild) =>
  JSON.stringify({ name, languages, reading, school, note });

/** @returns their id */
export async function insertChild(tx: Tx, child: NewChild): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('classes.children')
    .values({
      id,
      created_at: child.now,
      said: said.seal(tx, id, wordsOf(child)),
      birth_month: child.birthMonth,
      is_first_of_april: child.isFirstOfApril,
      answered_by: child.answeredBy,
    })
    .execute();
  return id;
}

/** In the place of what was said before. */
export async function updateChild(tx: Tx, id: string, child: Born & SaidOfChild): Promise<void> {
  await tx
    .updateTable('classes.children')
    .set({
      said: said.seal(tx, id, wordsOf(child)),
      birth_month: child.birthMonth,
      is_first_of_april: child.isFirstOfApril,
    })
    .where('id', '=', id)
    .execute();
}

interface Saying {
  readonly by: string;
  readonly now: Temporal.Instant;
}

export async function updatePhotos(
  tx: Tx,
  id: string,
  { photos, by, now }: Saying & { readonly photos: PhotoConsent },
): Promise<void> {
  await tx
    .updateTable('classes.children')
    .set({ photos, photos_said_at: now, photos_said_by: by })
    .where('id', '=', id)
    .execute();
}

/** A child who comes again is none that has left. */
export async function markBack(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('classes.children').set({ left_at: null }).where('id', '=', id).execute();
}

/** Notes that a guardian has said what there is to know of their health. */
export async function markCareSaid(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('classes.children').set({ care_said_at: now }).where('id', '=', id).execute();
}

/** Who answers for the children of somebody who leaves: another guardian who may see them, where there is one. */
export async function handOverChildrenOf(tx: Tx, personId: string): Promise<void> {
  const others = await tx
    .selectFrom('classes.guardianships as g')
    .innerJoin('classes.children as c', 'c.id', 'g.child_id')
    .select(['c.id', 'g.person_id'])
    .distinctOn('c.id')
    .where('c.answered_by', '=', personId)
    .where('g.may_see', '=', true)
    .where('g.until_on', 'is', null)
    .where('g.person_id', '<>', personId)
    .orderBy('c.id')
    .orderBy('g.said_at')
    .execute();
  for (const { id, person_id } of others)
    await tx.updateTable('classes.children').set({ answered_by: person_id }).where('id', '=', id).execute();
}

/** Who is in no course, and waits for none, has left; who came back has not. The terms of forgetting count from it. */
export async function markChildrenLeft(tx: Tx, now: Temporal.Instant): Promise<void> {
  await sql`
    with still as (
      select c.id, exists (
        select from classes.enrolments e join classes.courses k on k.id = e.course_id
        where e.child_id = c.id and e.state in ('asked', 'trial', 'enrolled') and k.state <> 'over') as comes
      from classes.children c)
    update classes.children c set left_at = case when s.comes then null else ${now}::timestamptz end
    from still s where s.id = c.id and s.comes = (c.left_at is not null)`.execute(tx);
}
