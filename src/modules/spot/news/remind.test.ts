import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { postOf } from '../../../../test/support/notifications.ts';
import { accepted, makeNeighborhood, Story } from '../../../../test/support/spot.ts';
import { TUESDAY_NINE } from '../../../../test/support/spot-samples.ts';
import { cancelRequest, confirmAssignment } from '../index.ts';
import { reminderTask, remindOfVisits } from './remind.ts';

const { db, pool } = await testDatabase();
const place = await makeNeighborhood(db, 2);
const post = postOf({ db, pool }, TUESDAY_NINE);
await db
  .updateTable('people.persons')
  .set({ email: 'sita@example.org', locale: 'en' })
  .where('id', '=', place.residentId)
  .execute();

/** The day before the sample visit of Monday 7 December, which begins at ten. */
const SUNDAY_FIVE = Temporal.Instant.from('2026-12-06T17:00:00+09:00');

const remind = async (at: Temporal.Instant) => {
  post.clock.set(at);
  await remindOfVisits(post.context);
  await post.hear();
  return (await post.told()).map(({ personId, kind }) => `${personId} ${kind}`);
};

async function endWith(story: Story, id: string): Promise<void> {
  const reason = 'The test is over';
  accepted(await story.act((tx) => cancelRequest(tx, { ...story.on(id, 'coordinator'), reason })));
}

beforeEach(() => post.forget());

describe('the day before a visit', () => {
  test('both are reminded at five, once, and nobody else', async () => {
    const story = new Story(place);
    const id = await story.confirmed();
    await post.forget();
    expect(await remind(SUNDAY_FIVE.subtract({ hours: 24 }))).toEqual([]);
    const both = [`${story.first} own_visit_is_tomorrow`, `${place.residentId} visit_is_tomorrow`];
    expect(await remind(SUNDAY_FIVE)).toEqual(both);
    expect(await remind(SUNDAY_FIVE.add({ minutes: 30 }))).toEqual(both);
    expect((await post.send()).map(({ to }) => to)).toEqual(['sita@example.org']);
    await endWith(story, id);
  });

  test('nobody is reminded of a visit that was not confirmed, or was called off', async () => {
    const story = new Story(place);
    const id = await story.acceptedByFirst();
    await post.forget();
    expect(await remind(SUNDAY_FIVE)).toEqual([]);
    accepted(await story.act((tx) => confirmAssignment(tx, story.on(id, 'requester'))));
    await endWith(story, id);
    await post.forget();
    expect(await remind(SUNDAY_FIVE)).toEqual([]);
  });

  test('a reminder that waited while the visit was called off is not sent', async () => {
    const story = new Story(place);
    const id = await story.confirmed();
    await post.forget();
    expect(await remind(SUNDAY_FIVE)).toHaveLength(2);
    await endWith(story, id);
    expect(await post.send()).toEqual([]);
  });

  test('who confirmed only after five is not reminded of what they have just read', async () => {
    const story = new Story(place);
    const id = await story.acceptedByFirst();
    story.now = SUNDAY_FIVE.add({ minutes: 10 });
    accepted(await story.act((tx) => confirmAssignment(tx, story.on(id, 'requester'))));
    await post.forget();
    expect(await remind(SUNDAY_FIVE.add({ minutes: 30 }))).toEqual([]);
    await endWith(story, id);
  });
});

test('the task has a name and times that a crontab takes', () => {
  expect(reminderTask.name).toMatch(/^[a-z][a-z-]*$/);
  expect(reminderTask.cron?.split(' ')).toHaveLength(5);
});
