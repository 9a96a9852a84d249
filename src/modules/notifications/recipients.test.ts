import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { kindNamed } from '../../../test/support/notifications.ts';
import { TUESDAY_NINE } from '../../../test/support/spot-samples.ts';
import { listNews } from './recipients.ts';

const { db } = await testDatabase();

test('whoever a request is handed over to is told, and nobody who takes one', async () => {
  const [by, to, requestId] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  const handed = (personId: string) => {
    const ids = { requestId, personId, byPersonId: by };
    const event = { id: requestId, type: 'spot.request.handed_over', ids };
    return listNews(db, [kindNamed('desk_handed_over')], event, TUESDAY_NINE);
  };
  expect(await handed(to)).toEqual([
    { occasion: requestId, personId: to, kind: kindNamed('desk_handed_over'), objectId: requestId },
  ]);
  expect(await handed(by)).toEqual([]);
});
