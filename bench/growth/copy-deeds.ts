import type pg from 'pg';
import { ago, type City } from './city.ts';
import { another, COPIED, copyWhole } from './copy-rows.ts';
import { bookedOnce } from './find-one.ts';

interface Batch {
  readonly id: string;
  readonly deeds: number;
}

/** Batches of deeds whose givers were told of them, with their gifts: the demonstration has one of each kind. */
export async function copyDeeds(client: pg.Client, { deeds }: City, city: string): Promise<void> {
  const { rows } = await client.query<Batch>(
    'select id, deeds from giving.deed_batches order by closed_at desc limit 2',
  );
  if (rows.length === 0) throw new Error('nobody has been told of deeds in this world');
  const times = Math.ceil(deeds / rows.reduce((sum, batch) => sum + batch.deeds, 0));
  const era = `${city}/deeds`;
  const shift = ago(`${times}`);
  const month = (column: string) => `date_trunc('month', t.${column} - ${shift})::date`;
  await copyWhole(client, belonging(rows), {
    ...{ era, times, shift },
    overrides: {
      ...bookedOnce(era),
      ...{ promise_id: 'null', pledge_id: 'null' },
      donor_id: `(select id from donors_of_city where n =
        (k * 97 + abs(hashtext(t.id::text) % 97)) % (select count(*) from donors_of_city))`,
      object_id: `md5(${another('object_id', era)})::uuid`,
      ...{ done_in: month('done_in'), from_month: month('from_month'), to_month: month('to_month') },
    },
  });
}

function belonging(batches: readonly Batch[]) {
  const ids = `'{${batches.map(({ id }) => id)}}'`;
  const deeds = `select id from giving.deeds where batch_id = any(${ids})`;
  const gifts = `select gift_id from giving.deed_shares where deed_id in (${deeds})`;
  return [
    ['giving.deed_batches', `t.id = any(${ids})`],
    ['giving.deeds', `t.id in (${deeds})`],
    ['giving.transactions', `t.id in (select transaction_id from giving.gifts where id in (${gifts}))`],
    ['giving.entries', `t.transaction_id in (${COPIED})`],
    ['giving.gifts', `t.id in (${gifts})`],
    ['giving.gift_uses', `t.gift_id in (${COPIED})`],
    ['giving.deed_shares', `t.gift_id in (${COPIED}) and t.deed_id in (${COPIED})`],
    ['giving.deed_letters', `t.gift_id in (${COPIED}) and t.batch_id in (${COPIED})`],
  ] as const;
}
