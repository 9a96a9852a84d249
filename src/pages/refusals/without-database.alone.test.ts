import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { testSeal } from '../../../test/support/database.ts';
import { testFiles } from '../../../test/support/files.ts';
import { freezingWayTo } from '../../../test/support/freezing.ts';
import { until } from '../../../test/support/until.ts';
import { openHouse } from '../../house.ts';
import { createPerson } from '../../modules/people/index.ts';
import { settableClock } from '../../platform/clock.ts';
import { readConfiguration } from '../../platform/configuration.ts';
import { connect } from '../../platform/database/connect.ts';
import { startEmbedded } from '../../platform/database/embedded.ts';
import { migrate } from '../../platform/database/migrate.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { LOCALES } from '../../platform/languages/locales.ts';

const directory = mkdtempSync(join(tmpdir(), 'otonari-without-'));
const embedded = await startEmbedded({ directory: join(directory, 'postgres') });
await migrate(embedded.ownerUrl, join(import.meta.dirname, '../../../db/migrations'));
const way = await freezingWayTo(embedded.appUrl);
const connection = connect(way.url, { seal: testSeal });
const clock = settableClock('2026-11-24T09:00:00+09:00');
const { app } = await openHouse({
  configuration: readConfiguration({ DEMONSTRATION: 'true', DATA_DIRECTORY: directory }),
  connection,
  live: { listen: () => () => {}, close: async () => {} },
  log: pino({ level: 'silent' }),
  clock,
  secret: 'a secret of at least thirty-two characters',
  files: testFiles(),
});

afterAll(async () => {
  await connection.close();
  await embedded.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** Somebody whose session is looked for first. */
const SIGNED_IN = { cookie: `__Host-session=${'a'.repeat(43)}` };
const see = async (path: string, headers: Record<string, string> = SIGNED_IN) => {
  const answer = await app.fetch(new Request(`https://localhost:3000${path}`, { headers }));
  return { status: answer.status, html: await answer.text() };
};

/** Every process of the server, which then does nothing at all, or goes on. */
function signalServer(signal: 'STOP' | 'CONT'): void {
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(embedded.pid())], { encoding: 'utf8' });
  execFileSync('kill', [`-${signal}`, String(embedded.pid()), ...children.trim().split(/\s+/)]);
}

// A second is promised; whoever waits for the pool or for PostgreSQL waits for four seconds or more.
const A_MOMENT = 3_000;

async function expectHelp(html: RegExp): Promise<void> {
  const answers = await Promise.all(LOCALES.map((locale) => see(`/${locale}/help-now`)));
  for (const answer of answers) {
    expect(answer.status).toBe(200);
    expect(answer.html).toMatch(/href="tel:119".*href="tel:110".*href="tel:%238891"/s);
  }
  expect(answers[LOCALES.indexOf('en')]?.html).toMatch(html);
}

describe('help now is there within a moment', { timeout: A_MOMENT }, () => {
  afterEach(() => {
    way.thaw();
    signalServer('CONT');
  });

  test('when nothing comes back from the database, in a process that has never read from it', async () => {
    way.freeze();
    await expectHelp(/Our own notes on these numbers can’t be read right now/);
  });

  test('with what the organization had saved, when every process of PostgreSQL stands still', async () => {
    const mori = await inTransaction(connection.db, (tx) => createPerson(tx, { name: 'Mori', now: clock() }));
    const words = { title_ja: '団体の電話', title_en: 'Our own line', urgency: 'soon' };
    const facts = { number: '03-0000-0000', hours: 'always', languages: [], is_free: false };
    await connection.db
      .insertInto('safety.own_lines')
      .values({ ...words, ...facts, changed_by: mori.id, changed_at: clock() })
      .execute();
    expect((await see('/en/help-now')).html).toContain('Our own line');
    signalServer('STOP');
    await expectHelp(/Our own line.*as of (<bdi>)?Tue, Nov 24/s);
  });

  test('when every connection is taken', async () => {
    const taken = await Promise.all(Array.from({ length: 10 }, () => connection.pool.connect()));
    await expectHelp(/as of/);
    for (const client of taken) client.release();
  });
});

test('another page says 503 with the numbers, and comes back by itself', async () => {
  way.freeze();
  const { status, html } = await see('/en/me');
  expect([status, html]).toEqual([503, expect.stringMatching(/href="tel:119".*href="tel:110"/s)]);
  way.thaw();
  await until(async () => (await see('/en')).status === 200);
});

test('help now is there when PostgreSQL is stopped', async () => {
  await embedded.stop();
  await expectHelp(/Our own line.*as of/s);
});
