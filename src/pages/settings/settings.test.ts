import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { testDatabase } from '../../../test/support/database.ts';
import { actorOf, testHouse } from '../../../test/support/house.ts';
import { MODULES } from '../../../test/support/joined.ts';
import { until } from '../../../test/support/until.ts';
import { createPerson } from '../../modules/people/index.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { openLive } from '../../platform/live/live.ts';
import { tellPages } from '../../platform/live/tell-pages.ts';
import { organizationName, organizationSetting } from '../../platform/settings/organization.ts';
import { publicTextsSetting } from '../../platform/settings/public-texts.ts';
import {
  readSetting,
  rememberedSetting,
  rememberSettings,
  SETTINGS_TOPIC,
  writeSetting,
} from '../../platform/settings/settings.ts';
import { aboutRoute } from '../about.tsx';
import { homeRoute } from '../home.tsx';
import { pageMessages } from '../pages.ts';
import { settingsModule } from './settings-module.tsx';
import { valuesOfTexts } from './texts.tsx';

const parts = MODULES.flatMap(({ publicParts = [] }) => publicParts);
const home = { name: 'pages', messages: pageMessages, routes: [homeRoute(MODULES), aboutRoute(parts)] };
const house = await testHouse([settingsModule([]), home]);
const { id } = await inTransaction(house.db, (tx) =>
  createPerson(tx, { name: '高橋', roles: ['administrator'], now: house.clock() }),
);
const administrator = house.as(actorOf({ id }, ['administrator']));
const visitor = (locale: 'ja' | 'ja-easy' | 'en' | 'zh-Hans') => house.as(undefined, locale);

const PAGES = ['/settings', '/settings/organization', '/settings/texts'] as const;
const organization = () => readSetting(house.db, organizationSetting);
const save = async (changes: Record<string, string>, path = '/settings/organization') => {
  const before =
    path === '/settings/texts'
      ? valuesOfTexts(await readSetting(house.db, publicTextsSetting))
      : await organization();
  return administrator.post(path, { seen: await seen(path), ...before, ...changes });
};
/** Which value the page of a setting shows, as its form sends it back. */
const seen = async (path = '/settings/organization') =>
  /name="seen" value="([^"]+)"/.exec((await administrator.get(path)).html)?.[1] ?? '';

describe('settings', () => {
  test.each(PAGES)('at %s are an administrator’s, in both staff languages', async (path) => {
    for (const role of ['coordinator', 'resident', 'volunteer'] as const)
      expect((await house.as(actorOf({ id }, [role])).get(path)).status).toBe(403);
    expect((await visitor('en').get(path)).location).toContain('/sign-in');
    expect((await administrator.get(path)).status).toBe(200);
    expect((await house.as(actorOf({ id }, ['administrator']), 'ja').get(path)).text).toContain('設定');
  });

  test('say that nothing has been changed, and then who changed what', async () => {
    expect((await administrator.get('/settings')).text).toContain('Nothing has been changed yet');
    expect((await save({ phone: '０３-9999-8888', shortName: 'Neighbors' })).location).toBe('/settings');
    const { text } = await administrator.get('/settings');
    expect(text).toMatch(
      /Organization 高橋, .*Nov 24.* Short name: JII → Neighbors Phone: 03-6452-3760 → 03-9999-8888 Undo this change/,
    );
    expect(await organization()).toMatchObject({ phone: '03-9999-8888', shortName: 'Neighbors' });
    const [entry] = await house.db
      .selectFrom('audit.entries')
      .select(['object_id', 'detail'])
      .where('action', '=', 'settings.organization.changed')
      .execute();
    expect(entry).toEqual({
      object_id: 'organization',
      detail: {
        changed: 'shortName, phone',
        was: '{"shortName":"JII","phone":"03-6452-3760"}',
        becomes: '{"shortName":"Neighbors","phone":"03-9999-8888"}',
      },
    });
  });

  test('are listed with what holds just now', async () => {
    const { phone } = await organization();
    const { html } = await administrator.get('/settings');
    expect(html).toContain(`<dt>Phone</dt><dd>${phone}</dd>`);
    expect(html).not.toContain('(empty)');
  });

  test('that are saved as they were change nothing and say so', async () => {
    const linesBefore = (await administrator.get('/settings')).html.split('class="timeline-item"').length;
    expect((await save({})).flash).toContain('nothing was changed');
    expect((await administrator.get('/settings')).html.split('class="timeline-item"').length).toBe(
      linesBefore,
    );
  });

  test('that were changed are put back on a page that says to what, and that is a change too', async () => {
    const latest = async () =>
      /\/settings\/changes\/(\d+)"/.exec((await administrator.get('/settings')).html)?.[1] ?? '';
    const first = await latest();
    const question = await administrator.get(`/settings/changes/${first}`);
    expect(question.text).toContain('Short name: Neighbors → JII');
    expect((await house.as(actorOf({ id }, ['coordinator'])).get(`/settings/changes/${first}`)).status).toBe(
      403,
    );
    expect((await administrator.post(`/settings/changes/${first}/undoing`, {})).location).toBe('/settings');
    expect(await organization()).toMatchObject({ phone: '03-6452-3760', shortName: 'JII' });
    const { text } = await administrator.get('/settings');
    expect(text).toMatch(/Short name: Neighbors → JII .*Short name: JII → Neighbors/);
    // Undone already: what it changed is not as it left it.
    expect((await administrator.get('/settings')).html).not.toContain(`/settings/changes/${first}"`);
    const twice = await administrator.post(`/settings/changes/${first}/undoing`, {});
    expect(twice.status).toBe(422);
    expect(twice.text).toContain('changed again since');
    const second = await latest();
    expect((await administrator.post(`/settings/changes/${second}/undoing`, {})).location).toBe('/settings');
    expect(await organization()).toMatchObject({ shortName: 'Neighbors' });
    for (const wrong of ['0', 'x', '999999999'])
      expect((await administrator.get(`/settings/changes/${wrong}`)).status).toBe(404);
  });
});

describe('two administrators who edit at once', () => {
  test('lose nothing: the second sees what saving now would change, and decides', async () => {
    const before = await organization();
    const opened = await seen();
    await save({ phone: '03-1111-2222', shortName: 'First' });
    const typed = { ...before, shortName: 'Second', seen: opened };
    const refused = await administrator.post('/settings/organization', typed);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Somebody else has saved these settings meanwhile');
    expect(refused.text).toMatch(
      new RegExp(`Saving now would change Short name: First → Second Phone: 03-1111-2222 → ${before.phone}`),
    );
    expect(await organization()).toMatchObject({ phone: '03-1111-2222', shortName: 'First' });
    const [, shown = ''] = /name="seen" value="([^"]+)"/.exec(refused.html) ?? [];
    const again = { ...typed, phone: '03-1111-2222', seen: shown };
    expect((await administrator.post('/settings/organization', again)).location).toBe('/settings');
    expect(await organization()).toMatchObject({ phone: '03-1111-2222', shortName: 'Second' });
    await save({ ...before });
  });

  test('see that nothing would change where both typed the same', async () => {
    const before = await organization();
    const opened = await seen();
    await save({ shortName: 'Same' });
    const typed = { ...before, shortName: 'Same', seen: opened };
    expect((await administrator.post('/settings/organization', typed)).text).toContain(
      'Nothing: what you typed',
    );
    await save({ ...before });
  });
});

test('thirty saves that changed nothing hide none that did', async () => {
  await save({ shortName: 'Before the thirty' });
  for (let time = 0; time < 31; time++) await save({});
  expect((await administrator.get('/settings')).text).toContain('→ Before the thirty');
  await save({ shortName: 'JII' });
});

describe('what an administrator types about the organization', () => {
  test('is measured in characters as people count them', async () => {
    const name = '𠮷'.repeat(120);
    expect((await save({ name })).location).toBe('/settings');
    expect((await organization()).name).toBe(name);
  });

  test.each([
    ['name', '', 'name in japanese'],
    ['nameInEnglish', 'x'.repeat(121), '120'],
    ['shortName', 'two\nlines', 'one line'],
    ['nameInEasyJapanese', 'となりの会', 'the reading after every kanji, like 協会《きょうかい》'],
    ['address', ' ', 'the address'],
    ['phone', 'call us', 'phone number'],
    ['phone', '⑴'.repeat(20), 'phone number'],
    ['email', 'info at example', 'email address'],
    ['website', 'javascript:alert(1)', 'web address'],
    ['website', 'example.org', 'web address'],
  ])('is refused beside %s when it is %j', async (field, wrong, sentence) => {
    const before = await organization();
    const answer = await save({ [field]: wrong });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.refusals)).toEqual([field]);
    expect(answer.refusals[field]?.toLowerCase()).toContain(sentence);
    expect(await organization()).toEqual(before);
  });

  test('is what the public sees at once, in each language', async () => {
    await save({
      name: 'となりの会',
      nameInEnglish: 'The Neighbors',
      nameInEasyJapanese: 'となりの 会《かい》',
      nameInChinese: '邻居之会',
      address: '東京都墨田区1-1',
      addressInEnglish: '1-1 Sumida, Tokyo',
    });
    expect((await visitor('ja').get('/about')).text).toContain('東京都墨田区1-1');
    expect((await visitor('ja').get('/about')).text).toContain('となりの会');
    expect((await visitor('en').get('/about')).text).toContain('1-1 Sumida, Tokyo');
    const easy = await visitor('ja-easy').get('/about');
    expect(easy.html).toContain('となりの <ruby>会<rp>(</rp><rt>かい</rt>');
    expect((await visitor('zh-Hans').get('')).text).toContain('邻居之会');
    await save({ nameInEasyJapanese: '', nameInChinese: '', addressInEnglish: '' });
    expect(organizationName(await organization(), 'ja-easy')).toBe('となりの会');
    expect(organizationName(await organization(), 'zh-Hans')).toBe('The Neighbors');
    expect(organizationName({ ...(await organization()), name: '国際交流会' }, 'zh-Hans')).toBe('国際交流会');
    expect((await visitor('en').get('/about')).text).toContain('東京都墨田区1-1');
  });
});

describe('the words on the home page', () => {
  test('are the organization’s own where it has written some, and the program’s elsewhere', async () => {
    const usual = (await visitor('en').get('')).text;
    const own = {
      'lead.ja-easy': '近《ちか》くの 人《ひと》が 手伝《てつだ》います。',
      'title.ja': 'となりにいます',
    };
    expect((await save(own, '/settings/texts')).location).toBe('/settings');
    const easy = await visitor('ja-easy').get('');
    expect(easy.html).toMatch(/<ruby>近<rp>/);
    expect(easy.html).not.toContain('《');
    expect((await visitor('ja').get('')).text).toContain('となりにいます');
    expect((await visitor('en').get('')).text).toBe(usual);
    expect((await administrator.get('/settings')).text).toContain('Words on the home page');
  });

  test('are shown as text, whatever was typed', async () => {
    await save(
      { 'title.en': '<script>alert(1)</script>', 'lead.ja': '《これ》は記号です' },
      '/settings/texts',
    );
    expect((await visitor('en').get('')).html).not.toContain('<script>alert');
    expect((await visitor('ja').get('')).text).toContain('《これ》は記号です');
  });

  test('are refused beside the field when too long, or in Easy Japanese without a reading', async () => {
    const answer = await save(
      { 'title.en': 'x'.repeat(81), 'lead.ja-easy': '病院に 行《い》きます' },
      '/settings/texts',
    );
    expect(answer.status).toBe(422);
    expect(answer.refusals['title.en']).toContain('80');
    const easy = await save({ 'lead.ja-easy': '病院に 行《い》きます' }, '/settings/texts');
    expect(easy.refusals['lead.ja-easy']).toContain('病院《びょういん》');
  });
});

test('a process that remembers a setting reads it again when somebody has edited it, and no sooner', async () => {
  const connection = await testDatabase();
  const { db } = connection;
  const live = openLive(connection);
  rememberSettings(db, live);
  let heard = 0;
  let isQuiet = false;
  live.listen([SETTINGS_TOPIC], () => heard++);
  live.listen(['test quiet'], () => {
    isQuiet = true;
  });
  const setting = { subject: 'test', schema: z.number(), value: 0 };
  const write = (value: number) =>
    inTransaction(db, (tx) => writeSetting(tx, setting, { value, seen: null, by: null, now: house.clock() }));
  await until(async () => {
    await write(1);
    return heard > 0;
  });
  // What is told comes in order: behind this, none of the edits above is still on its way.
  await inTransaction(db, (tx) => tellPages(tx, ['test quiet']));
  await until(async () => isQuiet);
  expect(await rememberedSetting(db, setting)).toBe(1);
  await db.updateTable('platform.settings').set({ value: '2' }).where('subject', '=', 'test').execute();
  expect(await rememberedSetting(db, setting)).toBe(1);
  heard = 0;
  await write(3);
  await until(async () => heard > 0);
  expect(await rememberedSetting(db, setting)).toBe(3);
  await live.close();
});
