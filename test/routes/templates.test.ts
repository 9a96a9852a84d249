import { expect, test } from 'vitest';
import { runAs } from '../support/clusters.ts';
import { testDatabase } from '../support/database.ts';

let filled = 0;
const filling = {
  name: 'for_this_test',
  async fill({ ownerUrl }: { ownerUrl: string }) {
    filled++;
    await runAs(ownerUrl, 'create table public.marks as select 1 as mark');
    if (filled === 1) throw new Error('not this time');
    await runAs(ownerUrl, 'grant select, insert on public.marks to public');
  },
};

test('what a template holds is made once, whoever asks, and copied for each', async () => {
  await expect(testDatabase(filling)).rejects.toThrow('not this time');
  const [one, other] = await Promise.all([testDatabase(filling), testDatabase(filling)]);
  expect(filled).toBe(2);
  await one.pool.query('insert into public.marks values (2)');
  const marks = async ({ pool }: typeof one) =>
    (await pool.query('select mark from public.marks order by 1')).rows.map(({ mark }) => mark);
  expect([await marks(one), await marks(other)]).toEqual([[1, 2], [1]]);
});
