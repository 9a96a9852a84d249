import { expect, test } from 'vitest';
import { ask, press, signIn, VISITOR } from '../../../test/support/caller.ts';
import { openProduct } from '../../../test/support/product.ts';
import { accepted } from '../../../test/support/spot.ts';
import { suspendPerson } from '../../modules/trust/index.ts';
import { inTransaction } from '../../platform/database/transaction.ts';

const product = await openProduct();
const { db } = product.database;
const expected = await db
  .selectFrom('spot.assignments')
  .select(['request_id', 'volunteer_id'])
  .where('is_active', '=', true)
  .where('confirmed_at', 'is not', null)
  .orderBy('id')
  .executeTakeFirstOrThrow();
const volunteer = await signIn(product, expected.volunteer_id);
const rows = () => db.selectFrom('people.calendars').selectAll().execute();

/** The address as its owner reads it, as a path. */
async function addressOf(): Promise<string> {
  const html = await (await ask(product, volunteer, '/en/me/calendar')).text();
  return /<code>[^<]*(\/en\/calendars\/[^<]+)<\/code>/.exec(html)?.[1] ?? expect.fail('no address');
}
const make = () => press(product, volunteer, '/en/me/calendar', {});
const look = async (path: string) => {
  const answer = await ask(product, VISITOR, path);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

test('an address shows when somebody is expected and nothing of what, and can be found nowhere in the database', async () => {
  expect((await make()).status).toBe(303);
  const path = await addressOf();
  const { status, headers, text } = await look(path);
  expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(headers.get('cache-control')).toBe('private, no-store');
  expect(text).toContain(`UID:${expected.request_id}@otonari`);
  expect(new Set(text.match(/^SUMMARY:.*/gm))).toEqual(new Set(['SUMMARY:おとなり：予定']));
  for (const words of ['LOCATION', 'DESCRIPTION', 'Maya', '/spot/']) expect(text).not.toContain(words);
  const [row] = await rows();
  const token = path.split('/')[3] ?? '';
  expect(JSON.stringify(row)).not.toContain(token);
});

test('renewed, the former address shows nothing; ended, none does; nobody else gets to make or read it', async () => {
  await make();
  const former = await addressOf();
  await make();
  const path = await addressOf();
  expect(path).not.toBe(former);
  expect([(await look(former)).status, (await look(path)).status]).toEqual([404, 200]);
  const other = await signIn(product, product.ids.maya);
  expect(await (await ask(product, other, '/en/me/calendar')).text()).not.toContain('/calendars/');
  expect((await ask(product, VISITOR, '/en/me/calendar')).status).toBe(303);
  expect((await press(product, volunteer, '/en/me/calendar/end', {})).status).toBe(303);
  expect((await look(path)).status).toBe(404);
  expect(await rows()).toEqual([]);
});

test('whoever is suspended is expected nowhere', async () => {
  await make();
  const path = await addressOf();
  const by = { personId: product.ids.coordinator, role: 'coordinator' } as const;
  const decision = { reason: 'A worry is looked into.', by, now: product.clock() };
  accepted(
    await inTransaction(db, (tx) => suspendPerson(tx, { personId: expected.volunteer_id, ...decision })),
  );
  const { status, text } = await look(path);
  expect([404, 200]).toContain(status);
  expect(text).not.toContain('BEGIN:VEVENT');
});
