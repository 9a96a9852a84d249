import { randomUUID } from 'node:crypto';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import { MATTER_COLUMNS, toMatter } from '../store/matters.ts';
import type { Matter } from '../types.ts';

const name = sealedColumn('consultations.day_people.name');

/** A day on which experts sit at tables. */
export interface Day {
  readonly id: string;
  readonly onDay: Temporal.PlainDate;
  /** `13:00` */
  readonly from: string;
  readonly minutes: number;
  readonly times: number;
}

export interface DayPerson {
  readonly id: string;
  readonly kind: 'expert' | 'interpreter';
  readonly name: string;
  readonly fields: readonly string[];
  readonly languages: readonly string[];
  /** In their register; null where a name was typed before there were registers. */
  readonly registerId: string | null;
}

/** Somebody who can be asked for a day. */
export interface Registered extends Omit<DayPerson, 'id' | 'registerId'> {
  readonly registerId: string;
}

export interface OnDay {
  readonly matter: Matter;
  /** With whom by hand; null where the plan may choose. */
  readonly expertId: string | null;
}

export async function insertDay(
  tx: Tx,
  day: Omit<Day, 'id'> & { readonly by: string; readonly now: Temporal.Instant },
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('consultations.days')
    .values({
      id,
      on_day: day.onDay,
      from_time: day.from,
      minutes: day.minutes,
      times: day.times,
      made_by: day.by,
      made_at: day.now,
    })
    .execute();
  return id;
}

const DAY_COLUMNS = ['id', 'on_day', 'from_time', 'minutes', 'times'] as const;
const toDay = (row: {
  id: string;
  on_day: Temporal.PlainDate;
  from_time: string;
  minutes: number;
  times: number;
}): Day => ({
  id: row.id,
  onDay: row.on_day,
  from: row.from_time.slice(0, 5),
  minutes: row.minutes,
  times: row.times,
});

/** @returns null when there is none; with `locked`, rivals wait until the transaction ends */
export async function findDay(db: Database, id: string, lock?: 'locked'): Promise<Day | null> {
  const query = db.selectFrom('consultations.days').select(DAY_COLUMNS).where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? toDay(row) : null;
}

const MOST_DAYS = 30;

/** The latest first. */
export async function listDays(db: Database): Promise<Day[]> {
  const rows = await db
    .selectFrom('consultations.days')
    .select(DAY_COLUMNS)
    .orderBy('on_day', 'desc')
    .orderBy('id')
    .limit(MOST_DAYS)
    .execute();
  return rows.map(toDay);
}

export async function insertDayPerson(tx: Tx, dayId: string, person: Registered): Promise<void> {
  const id = randomUUID();
  await tx
    .insertInto('consultations.day_people')
    .values({
      id,
      day_id: dayId,
      kind: person.kind,
      register_id: person.registerId,
      name: name.seal(tx, id, person.name),
      fields: [...person.fields],
      languages: [...person.languages],
    })
    .execute();
}

export async function listDayPeople(db: Database, dayId: string): Promise<DayPerson[]> {
  const rows = await db
    .selectFrom('consultations.day_people')
    .selectAll()
    .where('day_id', '=', dayId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as DayPerson['kind'],
    name: name.open(db, row.id, row.name),
    fields: row.fields,
    languages: row.languages,
    registerId: row.register_id,
  }));
}

export async function deleteDayPerson(tx: Tx, dayId: string, id: string): Promise<void> {
  await tx.deleteFrom('consultations.day_people').where('id', '=', id).where('day_id', '=', dayId).execute();
}

/** What may be seen on that day. Nothing of what was written is read. */
export async function listOnDay(db: Database, dayId: string): Promise<OnDay[]> {
  const rows = await db
    .selectFrom('consultations.day_matters as seat')
    .innerJoin('consultations.matters as matter', 'matter.id', 'seat.matter_id')
    .select(MATTER_COLUMNS.map((column) => `matter.${column}` as const))
    .select('seat.expert_id')
    .where('seat.day_id', '=', dayId)
    .where('matter.state', '<>', 'closed')
    .orderBy('matter.number')
    .execute();
  return rows.map((row) => ({ matter: toMatter(row), expertId: row.expert_id }));
}

/** @returns the id of an open matter by its number */
export async function findOpenByNumber(db: Database, number: number): Promise<Matter | null> {
  const row = await db
    .selectFrom('consultations.matters')
    .select(MATTER_COLUMNS)
    .where('number', '=', number)
    .where('state', 'not in', ['received', 'closed'])
    .executeTakeFirst();
  return row ? toMatter(row) : null;
}

/** Takes a matter to a day, or settles with whom. */
export async function putOnDay(
  tx: Tx,
  dayId: string,
  { matterId, expertId }: { readonly matterId: string; readonly expertId: string | null },
): Promise<void> {
  await tx
    .insertInto('consultations.day_matters')
    .values({ day_id: dayId, matter_id: matterId, expert_id: expertId })
    .onConflict((conflict) => conflict.columns(['day_id', 'matter_id']).doUpdateSet({ expert_id: expertId }))
    .execute();
}

export async function takeOffDay(tx: Tx, dayId: string, matterId: string): Promise<void> {
  await tx
    .deleteFrom('consultations.day_matters')
    .where('day_id', '=', dayId)
    .where('matter_id', '=', matterId)
    .execute();
}
