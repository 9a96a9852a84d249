import { expect, test } from 'vitest';
import { testHouse } from '../../../../../test/support/house.ts';
import { pairOfTwo } from '../../../../../test/support/pair-of-two.ts';
import { pairsModule } from '../../module.ts';
import { countLoneliness } from './count.ts';

const house = await testHouse([pairsModule({ publicUrl: 'https://otonari.test' })]);
const { db, clock } = house;
const path = (id: string) => `/pairs/${id}/loneliness`;
const said = (sum: 'lonely' | 'less') => {
  const value = sum === 'lonely' ? '4' : '2';
  return { direct: '5', companions: value, left_out: value, isolated: value };
};
const means = () => db.selectFrom('pairs.loneliness_means').selectAll().orderBy('month').execute();

test('is asked before and three months later, once each, sealed, and told as a mean of five at least', async () => {
  clock.set(Temporal.Instant.from('2026-11-24T09:00:00+09:00'));
  const pairs = await Promise.all(
    Array.from({ length: 3 }, () => pairOfTwo(house, { startedOn: '2026-11-20' })),
  );
  const people = pairs.flatMap(({ id, resident, volunteer }) => [
    { id, who: resident },
    { id, who: volunteer },
  ]);
  for (const { id, who } of people.slice(0, 5)) {
    expect((await who.get(`/pairs/${id}`)).text).toContain('How lonely do you feel?');
    expect((await who.post(path(id), { direct: '5' })).status).toBe(422);
    expect((await who.post(path(id), said('lonely'))).flash).toBe('Thank you.');
    expect((await who.post(path(id), said('lonely'))).status).toBe(422);
  }
  const kept = await db.selectFrom('pairs.loneliness').selectAll().execute();
  expect(kept).toHaveLength(5);
  expect(JSON.stringify(kept)).not.toContain('left_out');
  clock.set(Temporal.Instant.from('2027-02-21T09:00:00+09:00'));
  for (const { id, who } of people) await who.post(path(id), said('less'));
  // Who did not answer before is not asked later.
  expect(await db.selectFrom('pairs.loneliness').select('id').execute()).toHaveLength(10);
  await countLoneliness(db, clock());
  await countLoneliness(db, clock());
  expect(await means()).toMatchObject([{ month: 3, people: 5, before: '12.00', after: '6.00' }]);
  await db
    .deleteFrom('pairs.loneliness')
    .where('month', '=', 0)
    .where('pair_id', '=', pairs[0]?.id ?? '')
    .execute();
  await countLoneliness(db, clock());
  expect(await means()).toEqual([]);
});

test('is nobody else’s to say', async () => {
  const [one, other] = [await pairOfTwo(house, { startedOn: '2027-02-10' }), await pairOfTwo(house)];
  expect((await other.resident.post(path(one.id), said('less'))).status).toBe(404);
});
