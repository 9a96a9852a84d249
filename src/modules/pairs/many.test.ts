import { beforeAll, expect, test } from 'vitest';
import { readsOf } from '../../../bench/growth/statements.ts';
import { runAs } from '../../../test/support/clusters.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { listApplications } from './applications/store/list.ts';
import { listToClose } from './closing/store/closures.ts';
import { listFees } from './fees/store.ts';
import { listPairs } from './pair/store/lists.ts';

const { db, ownerUrl } = await testDatabase();
const PAIRS = 1500;
const FIRST = { after: null, limit: 10 };
const id = (kind: string, n: number) => `${kind}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const ids = (kind: string, n: string) =>
  `('${kind}0000000-0000-4000-8000-' || lpad((${n})::text, 12, '0'))::uuid`;

// Pairs that are all over, some since yesterday, as if they had happened.
beforeAll(() =>
  runAs(
    ownerUrl,
    `alter table pairs.applications disable trigger user; alter table pairs.pairs disable trigger user;
     insert into pairs.applications (id, side, person_id, state, submitted_at, purposes, facts, heard_at)
     select ${ids('a', 'n')}, case when n % 2 = 0 then 'resident' else 'volunteer' end::pairs.side, ${ids('b', 'n')},
       'ended', now(), '{}', '', now() from generate_series(1, ${2 * PAIRS}) n;
     insert into pairs.pairs (id, volunteer_application_id, resident_application_id, state, coordinator_id, proposed_at,
       reasons, fit, offered_at, started_on, ends_on, over_at, ending)
     select ${ids('c', 'n')}, ${ids('a', '2 * n - 1')}, ${ids('a', '2 * n')}, 'completed', ${ids('d', '1')}, now(), '', 0,
       now(), '2026-01-01', '2026-07-01', now() - case when n % 100 = 0 then 1 else 300 end * interval '1 day', 'planned' from generate_series(1, ${PAIRS}) n;
     insert into pairs.fees (application_id, kind, full_jpy, amount_jpy, due_at)
     select ${ids('a', 'n')}, 'registration', 1000, 1000, now() from generate_series(1, ${2 * PAIRS}) n;
     insert into pairs.fees (application_id, kind, pair_id, full_jpy, amount_jpy, due_at)
     select ${ids('a', '2 * n')}, 'membership', ${ids('c', 'n')}, 1000, 1000, now() from generate_series(1, ${PAIRS}) n;
     alter table pairs.applications enable trigger user; alter table pairs.pairs enable trigger user;
     analyze pairs.applications; analyze pairs.pairs; analyze pairs.fees`,
  ),
);

test('reads the fees of one application, however many others were asked for', async () => {
  expect(await listFees(db, id('a', 2000))).toHaveLength(2);
  const [most] = await readsOf(ownerUrl, () => listFees(db, id('a', 2000)));
  expect(most?.rows).toBeLessThan(10);
});

test('reads the pairs of one applicant that are to be closed, however many others are', async () => {
  const since = Temporal.Now.instant().subtract({ hours: 24 * 60 });
  const mine = () => listToClose(db, { personId: id('b', 2000), since });
  expect(await mine()).toMatchObject([{ pairId: id('c', 1000), otherId: id('b', 1999) }]);
  const [most] = await readsOf(ownerUrl, mine);
  expect(most?.rows).toBeLessThan(20);
});

test.each([
  ['pairs', () => listPairs(db, { part: 'over', readerId: null, inCareOf: null }, FIRST)],
  ['applications', () => listApplications(db, { part: 'over' }, FIRST)],
])('reads a page of the %s that are over, and none of the others', async (_, list) => {
  const page: { rows: readonly unknown[] } = await list();
  expect(page.rows).toHaveLength(FIRST.limit);
  expect((await readsOf(ownerUrl, list))[0]?.rows).toBeLessThan(10 * FIRST.limit);
});
