import { type Insertable, type Selectable, sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { GuidesFacts } from '../../../platform/database/generated.ts';
import { type Page, toPage, type Window } from '../../../platform/database/paging.ts';
import type { Fact, FactKind, Office, OfficeCost } from '../types.ts';

/** What is written of a fact. */
export type WrittenFact = Pick<
  Fact,
  'kind' | 'texts' | 'municipalityCode' | 'source' | 'verifiedOn' | 'nextCheckOn' | 'everyDays'
> &
  Partial<Pick<Fact, 'verifiedBy' | OfOffice>>;
type OfOffice = 'fields' | 'languages' | 'phone' | 'cost';

function toRow(fact: WrittenFact) {
  return {
    ...{ kind: fact.kind, texts: JSON.stringify(fact.texts), municipality_code: fact.municipalityCode },
    ...{ source: fact.source, verified_on: fact.verifiedOn, next_check_on: fact.nextCheckOn },
    ...{ every_days: fact.everyDays, verified_by: fact.verifiedBy ?? null },
    ...{ fields: [...(fact.fields ?? [])], languages: [...(fact.languages ?? [])] },
    ...{ phone: fact.phone ?? null, cost: fact.cost ?? null },
  };
}

function toFact(row: Selectable<GuidesFacts>): Fact {
  return {
    id: row.id,
    kind: row.kind as FactKind,
    texts: row.texts as Fact['texts'],
    municipalityCode: row.municipality_code,
    source: row.source,
    verifiedOn: row.verified_on,
    nextCheckOn: row.next_check_on,
    everyDays: row.every_days,
    version: row.version,
    verifiedBy: row.verified_by,
    ...{ fields: row.fields, languages: row.languages, phone: row.phone },
    cost: row.cost as OfficeCost | null,
  };
}

/** @returns the new one's id */
export async function insertFact(tx: Tx, fact: WrittenFact, now: Temporal.Instant): Promise<string> {
  const { id } = await tx
    .insertInto('guides.facts')
    .values({ ...toRow(fact), created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateFact(
  tx: Tx,
  id: string,
  changes: Partial<Insertable<GuidesFacts>> | WrittenFact,
): Promise<void> {
  const row = 'texts' in changes && 'everyDays' in changes ? toRow(changes as WrittenFact) : changes;
  await tx
    .updateTable('guides.facts')
    .set((is) => ({ ...(row as Partial<Insertable<GuidesFacts>>), version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** @returns null where there is none; with `locked`, nobody changes it before the transaction ends */
export async function findFact(db: Database, id: string, lock?: 'locked'): Promise<Fact | null> {
  const query = db.selectFrom('guides.facts').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? toFact(row) : null;
}

/** All that there are, the newest first. */
export async function listFacts(db: Database, window: Window): Promise<Page<Fact>> {
  const rows = await db
    .selectFrom('guides.facts')
    .selectAll()
    .$if(window.after !== null, (query) =>
      query.where(
        sql<boolean>`(created_at, id) < (select created_at, id from guides.facts where id = ${window.after}::uuid)`,
      ),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(window.limit + 1)
    .execute();
  return toPage(rows.map(toFact), window, ({ id }) => id);
}

/** What somebody looks for among offices; null: any. */
export interface OfficesSought {
  readonly field: string | null;
  /** Whoever speaks Japanese is understood everywhere. */
  readonly language: string | null;
}

/** Outside offices that one can ask, the newest first. */
export async function listOffices(
  db: Database,
  { field, language }: OfficesSought,
  window: Window,
): Promise<Page<Office>> {
  const rows = await db
    .selectFrom('guides.facts')
    .selectAll()
    .where('kind', '=', 'office')
    .$if(field !== null, (query) => query.where(sql<boolean>`${field} = any(fields)`))
    .$if(language !== null && language !== 'ja', (query) =>
      query.where(sql<boolean>`${language} = any(languages)`),
    )
    .$if(window.after !== null, (query) =>
      query.where(
        sql<boolean>`(created_at, id) < (select created_at, id from guides.facts where id = ${window.after}::uuid)`,
      ),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(window.limit + 1)
    .execute();
  return toPage(rows.map(toFact) as Office[], window, ({ id }) => id);
}

/** @returns null where there is none by that id, or it is no office */
export async function findOffice(db: Database, id: string): Promise<Office | null> {
  const fact = await findFact(db, id);
  return fact?.kind === 'office' ? (fact as Office) : null;
}

/** Those of them that are offices, by their ids. */
export async function findOffices(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Office>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('guides.facts')
    .selectAll()
    .where('kind', '=', 'office')
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, toFact(row) as Office]));
}

/** Facts that a guide to a place can name besides those that it names: of there first, then of everywhere, the newest first. */
export async function listFitting(
  db: Database,
  { municipalityCode, but }: { readonly municipalityCode: string | null; readonly but: readonly string[] },
  most: number,
): Promise<Fact[]> {
  const rows = await db
    .selectFrom('guides.facts')
    .selectAll()
    .where((is) =>
      is.or([
        is('municipality_code', 'is', null),
        ...(municipalityCode ? [is('municipality_code', '=', municipalityCode)] : []),
      ]),
    )
    .where(sql<boolean>`id <> all(${[...but]}::uuid[])`)
    .orderBy(sql`municipality_code is null`)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map(toFact);
}

/** Which facts are put to somebody. */
interface Due {
  readonly today: Temporal.PlainDate;
  /** So many days before their day; half of its time before that of what is looked at oftener. */
  readonly aheadDays: number;
  /** Of everywhere, and of these municipalities: those of which nobody could be asked stand in nobody's way. */
  readonly municipalityCodes: readonly string[];
}

/** Those whose day comes, the longest overdue first, of which nobody is asked just now. */
export async function listDue(
  db: Database,
  { today, aheadDays, municipalityCodes }: Due,
  most: number,
): Promise<Fact[]> {
  const rows = await db
    .selectFrom('guides.facts as f')
    .selectAll('f')
    .where('f.next_check_on', '<=', today.add({ days: aheadDays }))
    .where(sql<boolean>`f.next_check_on - least(${aheadDays}::integer, f.every_days / 2) <= ${today}::date`)
    .where(
      sql<boolean>`(f.municipality_code is null or f.municipality_code = any(${[...municipalityCodes]}::text[]))`,
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('guides.checks as c')
            .select('c.id')
            .whereRef('c.fact_id', '=', 'f.id')
            .where('c.state', 'in', ['asked', 'changed']),
        ),
      ),
    )
    .orderBy('f.next_check_on')
    .orderBy('f.id')
    .limit(most)
    .execute();
  return rows.map(toFact);
}

/** The facts of each step of a guide, in their order. */
export async function listFactsOf(
  db: Database,
  guideId: string,
): Promise<ReadonlyMap<string, readonly Fact[]>> {
  const rows = await db
    .selectFrom('guides.step_facts as sf')
    .innerJoin('guides.steps as s', 's.id', 'sf.step_id')
    .innerJoin('guides.facts as f', 'f.id', 'sf.fact_id')
    .selectAll('f')
    .select('sf.step_id')
    .where('s.guide_id', '=', guideId)
    .orderBy('sf.place')
    .execute();
  const of = Map.groupBy(rows, ({ step_id }) => step_id);
  return new Map([...of].map(([step, list]) => [step, list.map(toFact)]));
}

/** Which facts a step names from now on, each once; what is no fact is left out. */
export async function writeFactsOf(tx: Tx, stepId: string, factIds: readonly string[]): Promise<void> {
  await tx.deleteFrom('guides.step_facts').where('step_id', '=', stepId).execute();
  await sql`insert into guides.step_facts (step_id, fact_id, place)
    select ${stepId}::uuid, f.id, min(sent.place) from unnest(${[...factIds]}::uuid[]) with ordinality as sent (id, place)
    join guides.facts f on f.id = sent.id group by f.id`.execute(tx);
}

/** The guides that name a fact, whatever their state. */
export async function listGuidesNaming(db: Database, factId: string, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('guides.step_facts as sf')
    .innerJoin('guides.steps as s', 's.id', 'sf.step_id')
    .select('s.guide_id')
    .distinct()
    .where('sf.fact_id', '=', factId)
    .limit(most)
    .execute();
  return rows.map(({ guide_id }) => guide_id);
}
