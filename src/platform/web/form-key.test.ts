import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { actorOf } from '../../../test/support/house.ts';
import { FROM_US, keptNotes, makeKit, ORIGIN } from '../../../test/support/kit.ts';
import { NOBODY } from '../permissions.ts';
import { drawnFor, newFormKey, readFormKey } from './form-key.ts';

const { db } = await testDatabase();
const kit = makeKit(db);
const anna = actorOf({ id: '00000000-0000-4000-8000-000000000001', name: 'Anna' });
const ben = actorOf({ id: '00000000-0000-4000-8000-000000000002', name: 'Ben' });

beforeEach(async () => {
  kit.actor = anna;
  await db.deleteFrom('platform.settings').execute();
});

/** What the page's own forms send, signed in as whoever asks for it. */
async function keyOfPage(): Promise<string> {
  const html = await (await kit.get('/en/gone')).text();
  return /name="idempotency_key" value="([^"]+)"/.exec(html)?.[1] ?? '';
}
const note = (text: string, idempotency_key: string) => ({ note: text, count: '2', idempotency_key });

describe('the key of a form', () => {
  test('is another one each time, and says nothing of whom it is for', () => {
    const keys = [1, 2].map(() => newFormKey(db, anna.personId));
    expect(new Set(keys.map(readFormKey)).size).toBe(2);
    expect(keys.join()).not.toContain(anna.personId);
  });

  test.each([
    ['its reader', newFormKey(db, anna.personId), 'reader'],
    ['somebody else', newFormKey(db, ben.personId), 'somebody_else'],
    ['a visitor', newFormKey(db, null), 'anybody'],
    ['a script', '', 'anybody'],
    ['an invented mark', `${crypto.randomUUID()}.${'A'.repeat(22)}`, 'somebody_else'],
  ])('drawn for %s', (_, key, whose) => {
    expect(drawnFor(db, key, anna.personId)).toBe(whose);
  });
});

describe('two tabs, two sign-ins', () => {
  test('a form drawn for one and sent as another changes nothing and says who is signed in', async () => {
    const key = await keyOfPage();
    kit.actor = ben;
    const answer = await kit.post('/en/notes', note('of Anna', key));
    const html = await answer.text();
    expect([answer.status, await keptNotes(db)]).toEqual([409, []]);
    expect(html).toContain('<b>Ben</b>');
    expect(html).not.toContain('of Anna');
  });

  test('what was typed waits for its writer and is shown to nobody else', async () => {
    const key = await keyOfPage();
    kit.actor = ben;
    const answer = await kit.post('/en/notes', note('of Anna', key));
    const kept = /name="back" value="([^"]+)"/.exec(await answer.text())?.[1];
    const headers = { cookie: (answer.headers.getSetCookie().at(-1) ?? '').split(';')[0] ?? '' };
    const toBen = await kit.get(`/en${kept}`, headers);
    expect([toBen.status, await toBen.text()]).toEqual([409, expect.not.stringContaining('of Anna')]);
    kit.actor = anna;
    const toAnna = await kit.get(`/en${kept}`, headers);
    expect([toAnna.status, await toAnna.text()]).toEqual([200, expect.stringContaining('of Anna')]);
  });

  test('what was typed in a session that is over is not shown to whoever signs in next', async () => {
    const key = await keyOfPage();
    kit.actor = NOBODY;
    const answer = await kit.post('/en/notes', note('of Anna', key));
    const path = new URL(answer.headers.get('location') ?? '', ORIGIN).searchParams.get('back') ?? '';
    const headers = { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
    kit.actor = ben;
    const shown = await kit.get(`/en${path}`, headers);
    expect([shown.status, await shown.text()]).toEqual([409, expect.not.stringContaining('of Anna')]);
  });

  test('a visitor’s form is carried out as whoever has signed in since', async () => {
    kit.actor = NOBODY;
    const key = newFormKey(db, null);
    kit.actor = anna;
    expect((await kit.post('/en/notes', note('before', key))).status).toBe(303);
    expect(await keptNotes(db)).toEqual(['before']);
  });

  test('pressed twice is still pressed once', async () => {
    const key = newFormKey(db, anna.personId);
    for (let press = 0; press < 2; press++) await kit.post('/en/notes', note('once', key), FROM_US);
    expect(await keptNotes(db)).toEqual(['once']);
  });
});
