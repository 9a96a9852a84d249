import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { actorOf, testHouse } from '../../../test/support/house.ts';
import { openLive } from '../../platform/live/live.ts';
import { NOBODY, type Role } from '../../platform/permissions.ts';
import { pagesModule } from '../module.ts';

const live = openLive(await testDatabase());
afterAll(() => live.close());
const houseOf = (demonstration: boolean) => testHouse([pagesModule({ live, demonstration, modules: [] })]);
const house = await houseOf(false);
const somebody = (role: Role) => actorOf({ id: '00000000-0000-4000-8000-000000000001' }, [role]);

test.each(['resident', 'volunteer', 'coordinator', 'treasurer'] as const)(
  'outside a demonstration the styleguide is not for a %s',
  async (role) => {
    expect((await house.as(somebody(role)).get('/styleguide')).status).toBe(403);
  },
);

test('outside a demonstration nobody sees the styleguide without signing in, and administrators do', async () => {
  expect((await house.as(NOBODY).get('/styleguide')).location).toContain('/sign-in');
  expect((await house.as(somebody('administrator')).get('/styleguide')).status).toBe(200);
});

test('in a demonstration everybody sees the styleguide', async () => {
  expect((await (await houseOf(true)).as(NOBODY).get('/styleguide')).status).toBe(200);
});
