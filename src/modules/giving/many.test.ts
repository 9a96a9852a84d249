import { beforeAll, expect, test } from 'vitest';
import { readsOf } from '../../../bench/growth/statements.ts';
import { runAs } from '../../../test/support/clusters.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { listMembers } from './donors/store/households.ts';
import { listDonors } from './donors/store/lists.ts';
import { listGifts } from './gifts/store/lists.ts';
import { countPassing } from './promises/store/lists.ts';
import { listReceipts } from './receipts/store/lists.ts';

const { db, ownerUrl } = await testDatabase();
const DONORS = 3000;
const FIRST = { after: null, limit: 10 };
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const donorId = "('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid";

// Each with a monthly gift that runs, a gift by card and its receipt; the first is an organization, gave cash and has a void
// receipt, the second gets the letters of the first and the third, and pauses.
beforeAll(() =>
  runAs(
    ownerUrl,
    `alter table giving.promises disable trigger user; alter table giving.transactions disable trigger user;
     alter table giving.receipts disable trigger user;
     insert into giving.donors (id, kind, name, created_at)
     select ${donorId}, case when n = 1 then 'organization' else 'person' end::giving.donor_kind, 'Donor ' || n,
       now() + n * interval '1 second' from generate_series(1, ${DONORS}) n;
     update giving.donors set letters_to = '${id(2)}' where id in ('${id(1)}', '${id(3)}');
     insert into giving.promises (donor_id, fund_id, amount_jpy, state, subscription, announced_at, began_at, paused_until)
     select ${donorId}, 'general', 3000, case when n = 2 then 'paused' else 'active' end::giving.promise_state, 'sub_' || n,
       now(), now(), case when n = 2 then current_date + 30 end from generate_series(1, ${DONORS}) n;
     insert into giving.transactions (id, kind, occurred_on, recorded_at, source)
     select ${donorId}, 'gift', '2026-05-01', now(), 'test:' || n from generate_series(1, ${DONORS}) n;
     insert into giving.gifts
       (id, donor_id, fund_id, amount_jpy, channel, given_on, received_on, recorded_at, transaction_id)
     select ${donorId}, ${donorId}, 'general', 3000, case when n = 1 then 'cash' else 'card' end::giving.channel,
       '2026-05-01', date '2026-05-01' + (n > 1)::int, now(), ${donorId} from generate_series(1, ${DONORS}) n;
     insert into giving.receipt_counters (fiscal_year, last) values (2026, ${DONORS});
     insert into giving.receipts (fiscal_year, number, kind, state, voided_at, donor_id, amount_jpy, code, issued_at,
       is_by_post, forgotten_at)
     select 2026, n, 'each', case when n = 1 then 'void' else 'issued' end::giving.receipt_state,
       case when n = 1 then now() end, ${donorId}, 3000, 'HHHHHHHHHHHH' || translate(lpad(n::text, 4, '0'), '01', 'GH'), now(), false,
       now() from generate_series(1, ${DONORS}) n;
     alter table giving.promises enable trigger user; alter table giving.transactions enable trigger user;
     alter table giving.receipts enable trigger user;
     analyze giving.donors; analyze giving.promises; analyze giving.gifts; analyze giving.receipts`,
  ),
);

test('reads the household of one donor, however many others there are', async () => {
  const members = () => listMembers(db, { id: id(1) });
  expect((await members()).map(({ name }) => name)).toEqual(['Donor 2', 'Donor 1', 'Donor 3']);
  expect((await readsOf(ownerUrl, members))[0]?.rows).toBeLessThan(20);
});

test('counts promises that pause or whose card fails, and reads none of those that run', async () => {
  const passing = () => countPassing(db);
  expect(await passing()).toEqual({ paused: 1 });
  expect((await readsOf(ownerUrl, passing))[0]?.rows).toBeLessThan(20);
});

test.each([
  ['gifts', () => listGifts(db, { channel: 'cash' }, FIRST)],
  ['receipts', () => listReceipts(db, { state: 'void' }, FIRST)],
  ['donors', () => listDonors(db, { kind: 'organization' }, FIRST)],
])('reads what is chosen of %s where it is seldom, and none of the others', async (_, list) => {
  const page: { rows: readonly unknown[] } = await list();
  expect(page.rows).toHaveLength(1);
  expect((await readsOf(ownerUrl, list))[0]?.rows).toBeLessThan(20);
});
