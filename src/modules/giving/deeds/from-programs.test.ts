import { expect, test } from 'vitest';
import { openProduct } from '../../../../test/support/product.ts';
import { jobContext, runJobs } from '../../../../test/support/run-jobs.ts';

test('a visit that took place stands among the deeds once, whoever says so again', async () => {
  const product = await openProduct();
  const { db } = product.database;
  const context = jobContext(product);
  await runJobs(product, context);
  const read = () =>
    db.selectFrom('giving.deeds').select(['kind', 'object_id', 'part', 'done_in', 'heard_at']).execute();
  const deeds = await read();
  const visits = await db
    .selectFrom('spot.assignments')
    .select('id')
    .where('ended_because', '=', 'fulfilled')
    .execute();
  expect(visits.length).toBeGreaterThan(0);
  const isVisit = (objectId: string) => visits.some(({ id }) => id === objectId);
  // Beside those that the small world plants.
  const found = deeds.filter(({ object_id }) => isVisit(object_id));
  expect(found).toHaveLength(visits.length);
  expect(found.every(({ kind, done_in }) => kind === 'visit' && done_in.day === 1)).toBe(true);
  expect(found.every(({ heard_at }) => heard_at.toString().endsWith('-01T00:00:00Z'))).toBe(true);
  const events = await db
    .selectFrom('platform.events')
    .selectAll()
    .where('type', '=', 'people.deed.done')
    .execute();
  const heard = product.house.parts.listeners.filter(({ name }) => name === 'giving.deeds');
  expect(heard).toHaveLength(1);
  for (const event of events)
    for (const listener of heard)
      await listener.handle({ ...event, ids: event.ids as Record<string, string> }, context);
  expect(await read()).toEqual(deeds);
});
