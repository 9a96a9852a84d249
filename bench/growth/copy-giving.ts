import type pg from 'pg';
import { ago, type City } from './city.ts';
import { copyBank } from './copy-bank.ts';
import { copyDeeds } from './copy-deeds.ts';
import { OWN_WEIGHT } from './copy-people.ts';
import { another, COPIED, copyWhole, numberRows } from './copy-rows.ts';
import { bookedOnce, findOne } from './find-one.ts';
import { giveReceipts } from './give-receipts.ts';

/** Of so many donors one wishes for a receipt of each gift, and one for a yearly one. */
const WITH_RECEIPT = 20;
/** Sounds of which names are made: many have one that is like another. */
const SOUNDS = 'アイカキサシタチナニハヒマミヤリ';

/** Puts years of gifts behind a world: who gives, once and every month, what the bank and the books say, what came of it. */
export async function copyGiving(client: pg.Client, city: City, era: string): Promise<void> {
  await copyDonors(client, city, era);
  await copyPromises(client, city, era);
  await copyBank(client, city, era);
  await copyDeeds(client, city, era);
  await copyExpenses(client, city, era);
  await giveReceipts(client, era);
  await thank(client, era);
}

/** Copies of donors are known by it. */
const IS_COPY = "coalesce(t.email ~ '^[a-z]+-[0-9]+-', false)";

/** The world's own donors give ten times as often as any other. */
async function copyDonors(client: pg.Client, { donors }: City, era: string): Promise<void> {
  const own = `t.person_id is null and t.merged_into is null and t.email is not null and not ${IS_COPY}`;
  const { rows } = await client.query<{ count: string }>(`select count(*) from giving.donors t where ${own}`);
  const times = Math.ceil(donors / Number(rows[0]?.count));
  const name = `translate(left(md5(t.id::text || '/${era}/' || k), 5), '0123456789abcdef', '${SOUNDS}')`;
  const tables = [
    ['giving.donors', own],
    ['giving.donor_signs', `t.donor_id in (${COPIED})`],
  ] as const;
  await copyWhole(client, tables, {
    ...{ era, times, shift: ago(`${times}`) },
    overrides: {
      ...{ email: `'${era}-' || k || '-' || t.email`, name, kana: name, name_keys: 'null' },
      receipt_wish: `coalesce((array['each', 'yearly'])[k % ${WITH_RECEIPT} + 1], 'none')::giving.receipt_wish`,
      digest: `left(md5(${another('digest', era)}) || md5(t.digest), 43)`,
      compared_with: '(select max(compared_with) from giving.donors)',
    },
  });
  await numberRows(
    client,
    'donors_of_city',
    `select time, t.id from giving.donors t
     cross join lateral generate_series(1, case when ${IS_COPY} then 1 else ${OWN_WEIGHT} end) time
     where t.merged_into is null`,
  );
}

/** The monthly gift that has run for longest, with what was charged for it and the fees of that. */
async function copyPromises(client: pg.Client, { promises }: City, era: string): Promise<void> {
  const one = await findOne<{ id: string; donorId: string }>(
    client,
    `select p.id, p.donor_id as "donorId" from giving.promises p where p.subscription not like '%/%'
     order by (select count(*) from giving.gifts g where g.promise_id = p.id) desc limit 1`,
  );
  const gifts = `select id from giving.gifts where promise_id = '${one.id}'`;
  const booked = `t.id in (select transaction_id from giving.gifts where id in (${gifts})) or t.source in
    (select 'fee:' || provider_charge from giving.gifts where id in (${gifts}))`;
  const tables = [
    ['giving.promises', `t.id = '${one.id}'`],
    ['giving.promise_steps', `t.promise_id = '${one.id}'`],
    ['giving.transactions', booked],
    ['giving.entries', `t.transaction_id in (${COPIED})`],
    ['giving.gifts', `t.id in (${gifts})`],
  ] as const;
  await copyWhole(client, tables, {
    ...{ era, times: promises, shift: ago(`${promises}`) },
    instead: [[one.donorId, 'donors_of_city', 'k']],
    overrides: bookedOnce(era),
  });
}

async function copyExpenses(client: pg.Client, { expenses }: City, era: string): Promise<void> {
  const one = await findOne(
    client,
    "select id from giving.transactions where kind = 'expense' and source not like '%/%' order by id limit 1",
  );
  const tables = [
    ['giving.transactions', `t.id = '${one.id}'`],
    ['giving.entries', `t.transaction_id = '${one.id}'`],
  ] as const;
  await copyWhole(client, tables, {
    ...{ era, times: expenses, shift: ago(`${expenses}`), overrides: bookedOnce(era) },
  });
}

/** Every tenth giver was thanked by hand, the others by mail: nobody waits for it. */
async function thank(client: pg.Client, era: string): Promise<void> {
  await client.query(
    `insert into giving.thanks (gift_id, way, heard_at, means, thanked_at)
     select g.id, case when by_hand then 'by_hand' else 'mail' end::giving.thanks_way, g.recorded_at,
       case when by_hand then 'post' end::giving.thanks_means, case when by_hand then g.recorded_at end
     from giving.gifts g join giving.transactions b on b.id = g.transaction_id and b.source like '%/${era}/%'
     cross join lateral (select hashtext(g.id::text) % 10 = 0) as way (by_hand)`,
  );
}
