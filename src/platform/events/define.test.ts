import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { defineEvents } from './define.ts';

const { db } = await testDatabase();
const { publish, hear } = defineEvents({
  'test.note.written': ['noteId', 'byPersonId?'],
  'test.note.torn': ['noteId'],
});

test('an event is kept with its ids, whether or not anybody hears it', async () => {
  await db.transaction().execute(async (tx) => {
    await publish(tx, { type: 'test.note.written', ids: { noteId: 'n', byPersonId: undefined } });
    await publish(tx, { type: 'test.note.written', ids: { noteId: 'n', byPersonId: 'p' }, id: 'given' });
  });
  const kept = await db.selectFrom('platform.events').select(['type', 'ids']).orderBy('sequence').execute();
  expect(kept).toEqual([
    { type: 'test.note.written', ids: { noteId: 'n' } },
    { type: 'test.note.written', ids: { noteId: 'n', byPersonId: 'p' } },
  ]);
});

test('news that is published again is no news', async () => {
  const again = () =>
    db
      .transaction()
      .execute((tx) => publish(tx, { type: 'test.note.torn', ids: { noteId: 'n' }, id: 'once' }));
  await again();
  await again();
  const kept = await db
    .selectFrom('platform.events')
    .select('id')
    .where('type', '=', 'test.note.torn')
    .execute();
  expect(kept).toEqual([{ id: 'once' }]);
});

test('ids that were spread in are refused when they are not declared, and so is a missing one', async () => {
  const spread = { noteId: 'n', aboutPersonId: 'p' };
  await db.transaction().execute(async (tx) => {
    await expect(publish(tx, { type: 'test.note.torn', ids: spread })).rejects.toThrow('aboutPersonId');
    // @ts-expect-error an id is missing
    await expect(publish(tx, { type: 'test.note.torn', ids: {} })).rejects.toThrow('noteId');
  });
});

test('what is not declared does not compile', () => {
  const wrong = () =>
    db.transaction().execute(async (tx) => {
      // @ts-expect-error nobody declares it
      await publish(tx, { type: 'test.note.burnt', ids: { noteId: 'n' } });
      // @ts-expect-error it has no such id
      await publish(tx, { type: 'test.note.torn', ids: { noteId: 'n', byPersonId: 'p' } });
      hear({
        // @ts-expect-error nobody declares it
        event: 'test.note.burnt',
        name: 'test.wrong',
        async handle() {},
      });
      hear({
        event: 'test.note.torn',
        name: 'test.wrong',
        // @ts-expect-error it has no such id
        handle: async ({ ids: { byPersonId } }) => void byPersonId,
      });
    });
  expect(wrong).toBeTypeOf('function');
});
