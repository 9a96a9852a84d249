import pg from 'pg';
import { fillCopies, noteRenewal } from '../../src/kits/dispatch/store/write.ts';
import { MONDAY_TEN, SAMPLE_TODAY } from '../../src/matching/dispatch/samples.ts';
import type { Volunteer } from '../../src/matching/dispatch/types.ts';
import { DEFAULT_WEIGHTS } from '../../src/matching/dispatch/weights.ts';
import type { Database } from '../../src/platform/database/connect.ts';

const WRITING = { weights: DEFAULT_WEIGHTS, day: SAMPLE_TODAY, timeZone: MONDAY_TEN.timeZoneId };

/** Fills the tables of our index with a city, a part at a time. @returns how much room they take */
export async function fillDatabase(
  db: Database,
  ownerUrl: string,
  parts: Iterable<readonly Volunteer[]>,
): Promise<string | undefined> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    // Indexes are built at the end: filling them row by row takes many times as long.
    const { rows } = await owner.query<{ name: string; definition: string }>(
      `select indexname as name, indexdef as definition from pg_indexes
       where schemaname = 'spot' and tablename = 'dispatch_rows' and indexname like 'dispatch_rows_by%'`,
    );
    await owner.query('alter table spot.dispatch_rows drop constraint dispatch_rows_pkey');
    for (const { name } of rows) await owner.query(`drop index spot.${name}`);
    for (const volunteers of parts) await fillCopies(db, { volunteers, ...WRITING });
    await owner.query("set maintenance_work_mem = '1GB'");
    await owner.query('alter table spot.dispatch_rows add primary key (volunteer_id, list)');
    for (const { definition } of rows) await owner.query(definition);
    await owner.query('vacuum analyze spot.dispatch_rows, spot.dispatch_volunteers');
    await noteRenewal(db, SAMPLE_TODAY);
    await owner.query('vacuum analyze spot.dispatch_lists, spot.dispatch_day');
    const { rows: sizes } = await owner.query<{ size: string }>(
      `select pg_size_pretty(pg_total_relation_size('spot.dispatch_rows')) as size`,
    );
    return sizes[0]?.size;
  } finally {
    await owner.end();
  }
}
