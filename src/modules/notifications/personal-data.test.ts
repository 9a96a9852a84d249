import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { countUnread, postOf } from '../../../test/support/notifications.ts';
import { makeNeighborhood, Story } from '../../../test/support/spot.ts';
import { TUESDAY_NINE } from '../../../test/support/spot-samples.ts';
import { forget } from '../../platform/rights/forget.ts';
import { personalData } from './personal-data.ts';

const { db, pool } = await testDatabase();
const place = await makeNeighborhood(db, 2);
const post = postOf({ db, pool }, TUESDAY_NINE);

test('what was told is forgotten after 180 days', async () => {
  await post.forget();
  const story = new Story(place);
  await story.submitted();
  post.clock.set(TUESDAY_NINE);
  await post.hear();
  const days = (count: number) => post.clock.set(TUESDAY_NINE.add({ hours: count * 24 }));
  days(180);
  await forget(db, [personalData], post.clock());
  expect(await countUnread(db, place.coordinatorId)).toBe(1);
  days(181);
  await forget(db, [personalData], post.clock());
  expect(await countUnread(db, place.coordinatorId)).toBe(0);
  expect(await post.told('mail')).toEqual([]);
});
