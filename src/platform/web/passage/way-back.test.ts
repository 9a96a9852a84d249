import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { makeKit } from '../../../../test/support/kit.ts';
import { post, redirect } from '../route.ts';
import { stepsToPages } from './way-back.ts';

const { db } = await testDatabase();
const route = (method: 'GET' | 'POST', path: string) => ({ method, path });

test('a form leads to the nearest page above it, unless it has one of its own or only home is left', () => {
  const steps = stepsToPages([
    route('GET', '/'),
    route('GET', '/notes/:id'),
    route('POST', '/notes/:id'),
    route('POST', '/notes/:id/words'),
    route('POST', '/notes/:id/words/:word/end'),
    route('POST', '/sign-out'),
  ]);
  expect([...steps]).toEqual([
    ['/notes/:id/words', 1],
    ['/notes/:id/words/:word/end', 3],
  ]);
});

test('who switches the language where a refused form is shown comes to its page, in that language', async () => {
  const kit = makeKit(db, [
    post({ path: '/notes/:id/words', access: 'everyone', audit: null, handle: () => redirect('/') }),
  ]);
  const answer = await kit.get('/ja/notes/00000000-0000-4000-8000-000000000001/words?x=1');
  expect([answer.status, answer.headers.get('location')]).toEqual([
    302,
    '/ja/notes/00000000-0000-4000-8000-000000000001',
  ]);
  expect((await kit.get('/xx/notes/1/words')).status).not.toBe(200);
});
