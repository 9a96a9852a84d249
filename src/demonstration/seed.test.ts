import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { seedDemonstration } from './seed.ts';

const { db } = await testDatabase();
const NOW = Temporal.Instant.from('2026-11-22T15:00:00+09:00');

describe('the demonstration world', () => {
  test('is made', async () => {
    const t = performance.now();
    expect(await seedDemonstration(db, { now: NOW })).toBe('made');
    console.log('ms', performance.now() - t);
    console.log(
      (await sql`select state, count(*)::int from spot.support_requests group by 1 order by 1`.execute(db))
        .rows,
    );
    console.log(
      (await sql`select state, count(*)::int from spot.offers group by 1 order by 1`.execute(db)).rows,
    );
    console.log(
      (
        await sql`select payload->>'type', count(*)::int from graphile_worker._private_jobs group by 1 order by 1`.execute(
          db,
        )
      ).rows,
    );
  });
});
