import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { daysOf, fiscalYearOf } from '../../rules/fiscal-year.ts';
import type { DeedKind } from '../types.ts';

/** Keeps a deed; one that is known already stays as it is. */
export async function insertDeed(
  tx: Tx,
  deed: {
    readonly kind: DeedKind;
    readonly program: string;
    readonly objectId: string;
    readonly part: string;
    /** The first day of its month. */
    readonly doneIn: Temporal.PlainDate;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .insertInto('giving.deeds')
    .values({
      kind: deed.kind,
      program: deed.program,
      object_id: deed.objectId,
      part: deed.part,
      done_in: deed.doneIn,
      // Of this too the month and nothing nearer: a visit is told of on the day on which it is closed.
      heard_at: deed.now.toZonedDateTimeISO('UTC').with({ day: 1 }).startOfDay().toInstant(),
    })
    .onConflict((conflict) => conflict.columns(['program', 'object_id', 'part']).doNothing())
    .execute();
}

/** What the deeds of a kind come to in a fiscal year. */
export interface DeedsOfYear {
  readonly kind: DeedKind;
  readonly deeds: number;
  /** Of how many different visits or pairs they are. */
  readonly objects: number;
  /** Whose cost is not known yet. */
  readonly unpriced: number;
  /** What those cost whose cost is known, and how much of it gifts have paid. */
  readonly cost: number;
  readonly claimed: number;
}

/** @param before deeds of this day and later are not counted: months that are over, for what is divided by them */
export async function sumDeeds(
  db: Database,
  fiscalYear: number,
  before: Temporal.PlainDate = daysOf(fiscalYear).until,
): Promise<DeedsOfYear[]> {
  const { from, until } = daysOf(fiscalYear);
  const rows = await db
    .selectFrom('giving.deeds')
    .select((is) => [
      'kind',
      is.fn.countAll<number>().as('deeds'),
      is.fn.count<number>('object_id').distinct().as('objects'),
      is.fn.countAll<number>().filterWhere('cost_jpy', 'is', null).as('unpriced'),
      is.fn.coalesce(is.fn.sum<number>('cost_jpy'), is.lit(0)).as('cost'),
      is.fn.sum<number>('claimed_jpy').as('claimed'),
    ])
    .where('done_in', '>=', from)
    .where('done_in', '<', until)
    .where('done_in', '<', before)
    .groupBy('kind')
    .orderBy('kind')
    .execute();
  return rows.map((row) => ({
    kind: row.kind as DeedKind,
    deeds: Number(row.deeds),
    objects: Number(row.objects),
    unpriced: Number(row.unpriced),
    cost: Number(row.cost),
    claimed: Number(row.claimed),
  }));
}

/** The fiscal years that have deeds before a day, the first one first. */
export async function listYears(db: Database, before: Temporal.PlainDate): Promise<number[]> {
  const rows = await db
    .selectFrom('giving.deeds')
    .select('done_in')
    .distinct()
    .where('done_in', '<', before)
    .orderBy('done_in')
    .execute();
  return [...new Set(rows.map(({ done_in }) => fiscalYearOf(done_in)))];
}

/** Says what each deed of a kind cost that has no cost yet, within a fiscal year and before a day. */
export async function writeCost(
  tx: Tx,
  {
    kind,
    fiscalYear,
    before,
    each,
  }: { kind: DeedKind; fiscalYear: number; before: Temporal.PlainDate; each: number },
): Promise<void> {
  const { from, until } = daysOf(fiscalYear);
  await tx
    .updateTable('giving.deeds')
    .set({ cost_jpy: each })
    .where('kind', '=', kind)
    .where('cost_jpy', 'is', null)
    .where('done_in', '>=', from)
    .where('done_in', '<', until)
    .where('done_in', '<', before)
    .execute();
}
