import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { makeCampaign } from '../../../../test/support/campaigns.ts';
import { runAs } from '../../../../test/support/clusters.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { chanceFrom } from '../../../platform/parts/chance.ts';
import { insertDonor } from '../donors/store.ts';
import { correctGift } from '../gifts/correct.ts';
import { receiveGift } from '../gifts/receive.ts';
import { returnGift } from '../gifts/return.ts';
import { takeBack } from '../ledger/book.ts';
import { beginPromise } from '../promises/acts.ts';
import { FUNDS } from '../types.ts';

const { db, ownerUrl } = await testDatabase();
const by = { personId: null, now: Temporal.Instant.from('2026-11-24T09:00:00+09:00') };
const DONORS = 6;
const GIVERS = [0, 1, 2, 3];
let donors: readonly string[];
/** Of each giver with each donor: two gifts of one promise at once would wait for each other. */
let promises: readonly (readonly string[])[];
let campaignId: string;

beforeAll(async () => {
  campaignId = await inTransaction(db, (tx) => makeCampaign(tx, { slug: 'winter', now: by.now }));
  donors = await inTransaction(db, (tx) =>
    Promise.all(
      Array.from({ length: DONORS }, (_, at) =>
        insertDonor(tx, { name: `Donor ${at}`, kind: at % 3 === 0 ? 'organization' : 'person', now: by.now }),
      ),
    ),
  );
  const common = { campaignId: null, fund: 'spot', amount: 1000, isAnonymous: false, now: by.now } as const;
  promises = await inTransaction(db, (tx) =>
    Promise.all(
      GIVERS.map(() => Promise.all(donors.map((donorId) => beginPromise(tx, { ...common, donorId })))),
    ),
  );
});

const keys = sql`month, fund_id, channel, campaign_id, donor_kind, is_monthly`;
const all = sql`sum(gifts) as gifts, sum(given_jpy) as given, sum(returned_jpy) as returned`;

/** Where what is kept is not what the books say, in any aspect. */
async function differences(): Promise<unknown[]> {
  const { rows } = await sql`
    with kept as (select ${keys}, ${all} from giving.donation_sums group by ${keys}),
    whole as (select ${keys}, ${all} from giving.donations_in(array(select id from giving.transactions)) group by ${keys})
    (select * from kept where (gifts, given, returned) <> (0, 0, 0) except select * from whole)
    union all (select * from whole where (gifts, given, returned) <> (0, 0, 0) except select * from kept)`.execute(
    db,
  );
  return rows;
}
/** Where what is kept of a donor's year is not what their gifts say. */
async function differencesOfYears(): Promise<unknown[]> {
  const { rows } = await sql`
    with kept as (select donor_id, fiscal_year::int, sum(kept_jpy) as yen from giving.donor_years group by 1, 2),
    whole as (select donor_id, extract(year from received_on - interval '3 months')::int as fiscal_year,
      sum(amount_jpy - returned_jpy) as yen from giving.gifts where donor_id is not null group by 1, 2)
    (select * from kept where yen <> 0 except select * from whole)
    union all (select * from whole where yen <> 0 except select * from kept)`.execute(db);
  return rows;
}

test('are what the books say, however many give, are refunded, corrected, merged and found to be others at once', async () => {
  const chance = chanceFrom('donations');
  const day = () => Temporal.PlainDate.from('2026-02-20').add({ days: chance.below(90) });
  const source = () => `test:${crypto.randomUUID()}`;
  const live = async (who: number) => {
    const at = chance.below(DONORS + 1);
    const [givenOn, isMonthly] = [day(), chance.below(2) === 0];
    const gift = {
      ...{ source: source(), donorId: donors[at] ?? null, fund: chance.pick(FUNDS), by },
      ...{ amount: 1000 + chance.below(9000), channel: chance.pick(['bank', 'cash', 'goods'] as const) },
      ...{ campaignId: chance.below(3) === 0 ? campaignId : null, givenOn, receivedOn: givenOn },
      ...(isMonthly && donors[at] && { promiseId: promises[who]?.[at] ?? '' }),
    };
    const giftId = (await inTransaction(db, (tx) => receiveGift(tx, gift))) ?? '';
    const became = chance.below(4);
    if (became === 0) return;
    if (became === 1) {
      await inTransaction(db, (tx) => correctGift(tx, giftId, { reason: 'Twice', by }));
      return;
    }
    const kind = chance.pick(['refund', 'charge_back'] as const);
    const back = { giftId, source: source(), kind, amount: 500, occurredOn: day(), by };
    const id = (await inTransaction(db, (tx) => returnGift(tx, back))) ?? '';
    if (became === 3)
      await inTransaction(db, (tx) => takeBack(tx, id, { kind: 'correction', occurredOn: day(), by }));
  };
  const change = (of: Readonly<Record<string, unknown>>, at: number) =>
    inTransaction(db, (tx) =>
      tx
        .updateTable('giving.donors')
        .set(of)
        .where('id', '=', donors[at] ?? '')
        .execute(),
    );
  const changed = async () => {
    for (const kind of ['person', 'organization', 'person'] as const) await change({ kind }, 0);
    await change({ merged_into: donors[0] }, 1);
    await change({ kind: 'organization' }, 0);
    await change({ merged_into: null }, 1);
    await change({ merged_into: donors[3] }, 2);
  };
  const giver = async (who: number) => {
    for (let time = 0; time < 12; time++) await live(who);
  };
  await Promise.all([...GIVERS.map(giver), changed()]);
  expect(await differences()).toEqual([]);
  expect(await differencesOfYears()).toEqual([]);
  const { rows } = await sql<{ given: number; returned: number }>`
    select sum(given_jpy)::int as given, sum(returned_jpy)::int as returned from giving.donation_sums`.execute(
    db,
  );
  expect(rows[0]?.given).toBeGreaterThan(10_000);
  expect(rows[0]?.returned).toBeGreaterThan(1000);
});

test.each([
  'update giving.donation_sums set gifts = 0',
  'delete from giving.donor_years',
  'select giving.add_to_donor_year(gen_random_uuid(), 2026, 1)',
  'select giving.keep_donations(array(select id from giving.transactions))',
])('are written by nobody but what is booked: %s', async (statement) => {
  await expect(sql.raw(statement).execute(db)).rejects.toThrow(/permission denied/);
});

test.each([
  ['0953_giving_donor_years', 'giving.donor_years', differencesOfYears],
  ['0954_giving_donation_sums', 'giving.donation_sums', differences],
])('hold what was there before them: %s', async (step, table, find) => {
  const text = readFileSync(`db/migrations/${step}.sql`, 'utf8');
  const filling = text.slice(text.lastIndexOf(`\ninsert into ${table}`)).split(';')[0] ?? '';
  await runAs(ownerUrl, `truncate ${table}`);
  expect((await find()).length).toBeGreaterThan(0);
  await runAs(ownerUrl, filling);
  expect(await find()).toEqual([]);
});
