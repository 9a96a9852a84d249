import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import { inTransaction, waitLonger } from '../database/transaction.ts';
import { forEachByItself } from '../jobs/each.ts';
import { TIME_ZONE } from '../languages/formats.tsx';
import type { Keeping, PersonalDataMap } from '../personal-data.ts';
import { readSetting } from '../settings/settings.ts';
import { type Blanks, blanking, readBlanks } from './blank.ts';
import { listRuled, type Ruled } from './ruled.ts';
import { atEnd } from './way.ts';

/** Rows that one statement takes: short enough that nobody waits behind it. */
const BATCH = 500;

/**
 * Forgets everything whose term is over, by the rules of these maps; what names a task of its own is left to that.
 * Idempotent: after a crash it goes on where it was.
 * @returns how many rows were deleted or blanked
 */
export async function forget(
  db: Database,
  maps: readonly PersonalDataMap[],
  now: Temporal.Instant,
): Promise<number> {
  let rows = 0;
  const all = listRuled(maps);
  const ruled = all.filter(({ rule }) => rule.end !== 'erase_person' && rule.task === undefined);
  await forEachByItself(ruled, async (one) => {
    const isOver = await over(db, one, now);
    if (isOver) rows += await inBatches(db, await ending(db, { one, all }, isOver, now));
  });
  return rows;
}

/**
 * The people whose profile nothing keeps any more; a child's goes with the last adult of its household.
 * @param only whether this one is among them
 */
export async function listPeopleToErase(
  db: Database,
  maps: readonly PersonalDataMap[],
  now: Temporal.Instant,
  only?: string,
): Promise<string[]> {
  const ids: string[] = [];
  for (const one of listRuled(maps).filter(({ rule }) => rule.end === 'erase_person')) {
    const isOver = await over(db, one, now);
    if (!isOver || !one.rule.of) continue;
    const id = sql.ref(`t.${one.rule.of}`);
    const isAsked = only === undefined ? sql`true` : sql`${id} = ${only}::uuid`;
    const { rows } = await sql<{ id: string }>`select ${id} as id from ${sql.table(one.table)} as t
      where t.erased_at is null and not t.is_child and ${isAsked} and ${isOver} limit ${BATCH}`.execute(db);
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}

/** Whether nothing keeps row `t`; null where the rule has no term. */
async function over(
  db: Database,
  { rule }: Ruled,
  now: Temporal.Instant,
): Promise<RawBuilder<SqlBool> | null> {
  const ended = [];
  if (typeof rule.keep !== 'string') {
    const all = [];
    for (const keeping of rule.keep) all.push(await hasEnded(db, keeping, now));
    ended.push(sql<SqlBool>`(${sql.join(all, sql` and `)})`);
  }
  if (rule.atMost) ended.push(await hasEnded(db, rule.atMost, now));
  return ended.length === 0 ? null : sql<SqlBool>`(${sql.join(ended, sql` or `)})`;
}

async function hasEnded(db: Database, keeping: Keeping, now: Temporal.Instant): Promise<RawBuilder<SqlBool>> {
  const before = sql`${await cutoff(db, keeping, now)}::timestamptz`;
  const counts = (row: string) => {
    const { where } = keeping;
    return where
      ? sql<SqlBool>`${sql.ref(`${row}.${where.column}`)}::text = any (${[...where.is]})`
      : sql<SqlBool>`true`;
  };
  // Rows that name ours keep it, any of them; the one row that we name, or our own, lets it go. Who names none is kept by none.
  if (keeping.from.includes('<'))
    return sql<SqlBool>`not ${atEnd(keeping.from, (at, row) => sql`(${counts(row)} and (${at} is null or ${at} >= ${before}))`)}`;
  const isOver = atEnd(keeping.from, (at, row) => sql`(not ${counts(row)} or ${at} < ${before})`);
  const [local, hop] = keeping.from.split('>');
  return hop ? sql<SqlBool>`(${sql.ref(`t.${local}`)} is null or ${isOver})` : isOver;
}

async function cutoff(db: Database, { lasts }: Keeping, now: Temporal.Instant): Promise<Temporal.Instant> {
  const duration = typeof lasts === 'string' ? lasts : { days: await readDays(db, lasts) };
  return now.toZonedDateTimeISO(TIME_ZONE).subtract(duration).toInstant();
}

/** @returns the number of days that a setting holds */
export async function readDays(db: Database, lasts: Exclude<Keeping['lasts'], string>): Promise<number> {
  const value = (await readSetting(db, lasts.setting)) as Readonly<Record<string, unknown>>;
  return Number(value[lasts.days]);
}

/** A statement that ends one batch; with the rows go the files that they alone name, at the next round of their own task. */
async function ending(
  db: Database,
  { one, all }: { readonly one: Ruled; readonly all: readonly Ruled[] },
  isOver: RawBuilder<SqlBool>,
  now: Temporal.Instant,
) {
  const table = sql.table(one.table);
  const files = one.columns.filter(({ files }) => files).map(({ name }) => filesIn(`t.${name}`));
  // What is saved again meanwhile keeps its files.
  const lock = files.length > 0 ? sql`for update of t skip locked` : sql``;
  const blanks = one.rule.end === 'blank' ? await readBlanks(db, one) : null;
  const rest = blanks ? saysSomething(one, blanks) : sql<SqlBool>`true`;
  const batch = sql`gone as (select t.ctid as place, ${files.length > 0 ? sql.join(files, sql` || `) : sql`'{}'::text[]`} as files
    from ${table} as t where ${isOver} and ${rest} limit ${BATCH} ${lock})`;
  const letGo = sql`let_go as (update platform.files f set delete_after = ${now}::timestamptz
    where f.id in (select name::uuid from gone, unnest(gone.files) as name where name ~ '^[0-9a-f-]{36}$')
      and f.delete_after is null
      and not exists (select from (${stillNamed(one, all)}) as still (name) where still.name = f.id::text))`;
  const end = blanks
    ? sql`update ${table} as t set ${blanking(one, blanks, now)} from gone where t.ctid = gone.place`
    : sql`delete from ${table} as t using gone where t.ctid = gone.place`;
  return files.length > 0 ? sql`with ${batch}, ${letGo} ${end}` : sql`with ${batch} ${end}`;
}

/** The files that a column names: one or several, as ids or as text. */
const filesIn = (column: string) => sql`string_to_array(btrim(${sql.ref(column)}::text, '{}'), ',')`;

/** The files that rows name which do not go with this batch. */
function stillNamed({ table }: Ruled, all: readonly Ruled[]): RawBuilder<unknown> {
  const naming = all.flatMap((other) =>
    other.columns
      .filter(({ files }) => files)
      .map(({ name }) => {
        const stays = other.table === table ? sql`o.ctid not in (select place from gone)` : sql`true`;
        return sql`select unnest(${filesIn(`o.${name}`)}) from ${sql.table(other.table)} as o where ${stays}`;
      }),
  );
  return sql.join(naming, sql` union all `);
}

function saysSomething({ rule }: Ruled, blanks: Blanks): RawBuilder<SqlBool> {
  if (rule.mark) return sql<SqlBool>`${sql.ref(`t.${rule.mark}`)} is null`;
  const said = [...blanks].map(([name, blank]) => sql`${sql.ref(`t.${name}`)} is distinct from ${blank}`);
  return sql<SqlBool>`(${sql.join(said, sql` or `)})`;
}

async function inBatches(db: Database, statement: RawBuilder<unknown>): Promise<number> {
  for (let rows = 0; ; ) {
    const done = await inTransaction(db, async (tx) => {
      await waitLonger(tx);
      return Number((await statement.execute(tx)).numAffectedRows ?? 0n);
    });
    rows += done;
    if (done < BATCH) return rows;
  }
}
