import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { FROM_US, makeKit, ORIGIN } from '../../test/support/kit.ts';
import { makeLog } from './log.ts';
import { get, post, redirect } from './web/route.ts';
import { serve } from './web/serve.ts';

const PLANTED = 'Chen Wei chen@example.org';
const { db } = await testDatabase();
const kit = makeKit(db);
const lines: string[] = [];
const log = makeLog('debug', { write: (line: string) => void lines.push(line) });
const fail = (path: string, work: () => Promise<unknown>) =>
  post({
    path,
    access: 'everyone',
    audit: null,
    handle: () => work().then(() => redirect('/')),
  });
const failing = [
  fail('/thrown/:name', () => Promise.reject(new TypeError(`no such person: ${PLANTED}\n    at ${PLANTED}`))),
  fail('/odd', () => Promise.reject(PLANTED)),
  fail('/syntax', () => sql`select ${PLANTED}::uuid`.execute(db)),
  fail('/duplicate', () =>
    sql`insert into platform.settings (subject, value) values (${PLANTED}, '1'), (${PLANTED}, '1')`.execute(
      db,
    ),
  ),
];
const app = serve({
  ...kit.house,
  log,
  modules: [
    ...kit.house.modules,
    {
      name: 'failing',
      messages: kit.house.modules[0]?.messages as never,
      routes: [
        ...failing,
        get({ path: '/fine/:name', access: 'everyone', audit: null, handle: () => redirect('/') }),
      ],
    },
  ],
});

test('nothing of what people are called or type is in the log, whatever goes wrong', async () => {
  const name = encodeURIComponent(PLANTED);
  const body = () => new URLSearchParams({ note: PLANTED });
  for (const path of [`/thrown/${name}`, '/odd', '/syntax', '/duplicate', `/notes?back=${name}`])
    await app.fetch(new Request(`${ORIGIN}/en${path}`, { method: 'POST', headers: FROM_US, body: body() }));
  for (const path of [`/fine/${name}`, `/${name}`, `/search?most=${name}`, '/broken'])
    await app.fetch(
      new Request(`${ORIGIN}/en${path}`, { headers: { 'user-agent': PLANTED, cookie: `a=${name}` } }),
    );
  const all = lines.join('');
  for (const part of ['Chen', 'chen@', 'example.org', name]) expect(all).not.toContain(part);
  const told = lines.map((line) => JSON.parse(line));
  expect(told.filter(({ err }) => err)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        route: '/thrown/:name',
        err: expect.objectContaining({ type: 'TypeError' }),
      }),
      expect.objectContaining({ route: '/syntax', err: expect.objectContaining({ code: '22P02' }) }),
      expect.objectContaining({
        err: expect.objectContaining({ code: '23505', constraint: 'settings_pkey' }),
      }),
    ]),
  );
  expect(told).toContainEqual(
    expect.objectContaining({
      msg: 'request',
      method: 'GET',
      route: '/fine/:name',
      status: 303,
      ms: expect.any(Number),
    }),
  );
});
