import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { openHouse } from '../../src/house.ts';
import { hoursSetting } from '../../src/kits/slots/index.ts';
import { TIME_ROWS as ROWS_OF_ASKING } from '../../src/modules/spot/ask/form/form.ts';
import { spotSetting } from '../../src/modules/spot/index.ts';
import { TIME_ROWS as ROWS_OF_THE_DESK } from '../../src/modules/spot/meet/times.ts';
import { MOST } from '../../src/modules/spot/types.ts';
import { settingsMessages } from '../../src/pages/settings/words.ts';
import { recordAudit } from '../../src/platform/audit/record.ts';
import { readConfiguration } from '../../src/platform/configuration.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { LOCALES } from '../../src/platform/languages/locales.ts';
import { openLive } from '../../src/platform/live/live.ts';
import { readSetting, writeSetting } from '../../src/platform/settings/settings.ts';
import { sayRefusalIn } from '../../src/platform/web/words.ts';
import { ask, press, signIn } from '../support/caller.ts';
import { testFiles } from '../support/files.ts';
import { openProduct } from '../support/product.ts';

const product = await openProduct();
const source = join(import.meta.dirname, '../../src');

/** Subjects of all settings that the source defines. */
function definedSettings(): string[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [
      ...readFileSync(join(source, file), 'utf8').matchAll(/: Setting<\w+>[^=]*= \{\s*subject: '([^']+)'/g),
    ])
    .map(([, subject = '']) => subject)
    .sort();
}

test('every setting is defined by a module', () => {
  const known = product.house.modules.flatMap(({ settings = [] }) => settings.map(({ subject }) => subject));
  expect(known.sort()).toEqual(definedSettings());
  expect(known.length).toBeGreaterThan(0);
});

test('a setting of before an upgrade is logged once when the house opens, without what it says', async () => {
  const { db } = product.database;
  await db
    .insertInto('platform.settings')
    .values({ subject: 'organization', value: JSON.stringify({ name: 'Tonari', phone: 3 }) })
    .execute();
  const log: string[] = [];
  const live = openLive(product.database);
  await openHouse({
    configuration: readConfiguration({ DEMONSTRATION: 'true' }),
    connection: product.database,
    live,
    log: pino({ level: 'warn' }, { write: (line: string) => void log.push(line) }),
    clock: product.clock,
    secret: 'a secret of at least thirty-two characters',
    files: testFiles(),
  });
  await live.close();
  expect(log).toHaveLength(1);
  expect(log[0]).toContain('"subject":"organization"');
  expect(log[0]).toContain('phone invalid_type');
  expect(log[0]).not.toContain('Tonari');
});

test('a page of settings has the name of the link to it, and the start page leads to them', async () => {
  const administrator = await signIn(product, product.ids.administrator);
  const read = async (path: string) => (await ask(product, administrator, `/ja${path}`)).text();
  expect(await read('/me')).toMatch(/<h\d[^>]*><a [^>]*href="\/ja\/settings"/);
  const links = [
    ...(await read('/settings')).matchAll(/<h2[^>]*><a [^>]*href="\/ja([^"]+)"[^>]*>(.*?)<\/a>/g),
  ];
  expect(links).toHaveLength(14);
  for (const [, path = '', name] of links) expect(await read(path)).toMatch(`>${name}</h1>`);
});

test('the latest changes name what was changed in the rules of Spot', async () => {
  const { administrator: personId } = product.ids;
  const entry = {
    action: 'spot.settings.changed',
    outcome: 'done',
    detail: { changed: 'waveSize, gone' },
  } as const;
  const object = { kind: 'platform.setting', id: 'spot' };
  await inTransaction(product.database.db, (tx) =>
    recordAudit(tx, { personId, role: 'administrator' }, { ...entry, object }, product.clock()),
  );
  const page = await ask(product, await signIn(product, personId), '/ja/settings');
  expect(await page.text()).toContain('1回に声をかける人数');
});

test('a change of hours from when they were among the rules of Spot is still told, and put back', async () => {
  const { db } = product.database;
  const { administrator: personId } = product.ids;
  const closed = { ...spotSetting.value, closedOn: ['2027-05-07'] };
  await inTransaction(db, async (tx) => {
    const set = await writeSetting(tx, spotSetting, {
      value: closed,
      seen: null,
      by: null,
      now: product.clock(),
    });
    if (!set.ok) throw new Error(set.refusal.code);
    const entry = { action: 'spot.settings.changed', outcome: 'done', detail: set.value } as const;
    const object = { kind: 'platform.setting', id: 'spot' };
    await recordAudit(tx, { personId, role: 'administrator' }, { ...entry, object }, product.clock());
  });
  const administrator = await signIn(product, personId);
  const overview = await (await ask(product, administrator, '/en/settings')).text();
  const [, number = ''] = /\/settings\/changes\/(\d+)"/.exec(overview) ?? [];
  expect(await (await ask(product, administrator, `/en/settings/changes/${number}`)).text()).toContain(
    'Closed on single days',
  );
  const answer = await press(product, administrator, `/en/settings/changes/${number}/undoing`, {});
  expect(answer.status).toBe(303);
  expect((await readSetting(db, hoursSetting)).closedOn).toEqual([]);
});

test('what putting hours back would close is asked in words, also on the page of all settings', () => {
  for (const locale of LOCALES)
    for (const code of ['see_what_this_closes', 'see_what_undoing_closes'])
      expect(sayRefusalIn(settingsMessages, locale)({ code, params: { count: 2 } })).toBeTruthy();
});

test('no more possible times can be set than the forms offer; more than that, set before, means all of them', () => {
  const most = MOST.possibleTimes;
  expect([ROWS_OF_ASKING, ROWS_OF_THE_DESK]).toEqual([most, most]);
  const before = { ...spotSetting.value, mostPossibleTimes: 5 };
  expect(spotSetting.schema.parse(before).mostPossibleTimes).toBe(most);
});
