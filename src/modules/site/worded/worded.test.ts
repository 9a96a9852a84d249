import { expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { pageMessages } from '../../../pages/pages.ts';
import { programRoutes } from '../../../pages/programs/programs.tsx';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Files } from '../../../platform/files/files.ts';
import { listWordedPages } from '../../../platform/parts/public/program-page.ts';
import { givingModule } from '../../giving/index.ts';
import { createPerson } from '../../people/index.ts';
import { trustModuleWith } from '../../trust/index.ts';
import { findOwnPages, siteModule } from '../index.ts';

const services = { secret: '', publicUrl: 'https://otonari.test', payments: null, ownPages: findOwnPages };
const modules = [trustModuleWith({ ownPages: findOwnPages }), givingModule(services)];
const programs = modules.flatMap(({ programPage }) => programPage ?? []);
const site = siteModule({
  publicUrl: 'https://otonari.test',
  files: {} as Files,
  pages: () => modules.flatMap(listWordedPages),
});
const pages = { name: 'pages', messages: pageMessages, routes: programRoutes(programs) };
const house = await testHouse([...modules, site, pages]);
const { db, clock } = house;
const person = (role: 'coordinator' | 'administrator') =>
  inTransaction(db, (tx) => createPerson(tx, { name: role, now: clock(), roles: [role] }));
const writer = house.as(actorOf(await person('coordinator'), ['coordinator']));
const administrator = house.as(actorOf(await person('administrator'), ['administrator']));
const visitor = (locale: 'en' | 'ja' | 'zh-Hans' | 'ja-easy' = 'en') => house.as(undefined, locale);

const at = (page: string, language: string) => `/desk/site/pages/${page}/${language}`;
/** Writes sections of a page. @returns its history’s address */
async function write(page: string, language: string, sections: Record<string, string>, seen: number) {
  const said = Object.entries(sections).map(([key, text]) => [`said.${key}`, text] as const);
  return writer.post(at(page, language), { seen: `${seen}`, origin: 'person', ...Object.fromEntries(said) });
}

test('a page of a program is said in own words once an administrator shows them, and goes back by one press', async () => {
  const before = await visitor('ja').get('/programs/giving');
  const begun = await write('programs-giving', 'ja', { title: '寄付のこと', who: '近所の人\n遠くの人' }, 0);
  expect(begun.flash).toContain('new version');
  expect((await visitor('ja').get('/programs/giving')).text).toBe(before.text);
  await administrator.post(`${begun.location}/versions/1/showing`, {});
  const shown = await visitor('ja').get('/programs/giving');
  expect(shown.html).toContain('<h1>');
  expect(shown.text).toContain('寄付のこと');
  expect(shown.html).toMatch(/<li>(<span>)?遠くの人/);
  expect((await visitor('ja').get('/programs')).text).toContain('寄付のこと');
  await administrator.post(`${begun.location}/hiding`, {});
  expect((await visitor('ja').get('/programs/giving')).text).toBe(before.text);
});

test('who reads another language is told of words that are not translated, and of those that have grown old', async () => {
  const begun = await write('volunteering', 'ja', { lead: '月に一度から。' }, 0);
  await administrator.post(`${begun.location}/versions/1/showing`, {});
  const untranslated = await visitor().get('/volunteering');
  expect(untranslated.html).toContain('<span lang="ja">月に一度から。</span>');
  expect(untranslated.text).toContain('not translated yet');
  await write('volunteering', 'en', { lead: 'From once a month.' }, 1);
  await administrator.post(`${begun.location}/versions/2/showing`, {});
  expect((await visitor().get('/volunteering')).text).not.toMatch(/not translated yet|has changed/);
  await write('volunteering', 'ja', { lead: '月に二度から。' }, 2);
  await administrator.post(`${begun.location}/versions/3/showing`, {});
  const old = await visitor().get('/volunteering');
  expect(old.text).toContain('From once a month.');
  expect(old.text).toContain('The Japanese text has changed');
  expect((await writer.get(at('volunteering', 'en'))).text).toContain('Older than the Japanese');
});

test('what stands above the form of giving is said in own words too', async () => {
  const begun = await write('give', 'en', { title: 'Give a neighbor an hour' }, 0);
  await administrator.post(`${begun.location}/versions/1/showing`, {});
  expect((await visitor().get('/giving/new')).html).toContain('<title>Give a neighbor an hour');
});

test('whoever writes after somebody else keeps what they typed, is told, and may save it then', async () => {
  const late = await write('give', 'en', { title: 'Later' }, 0);
  expect(late.text).toContain('written a version meanwhile');
  expect(late.html).toContain('Later');
  expect(late.html).toMatch(/name="seen" value="1"/);
});

test('Easy Japanese needs its readings, each refused beside its section, and nothing typed is lost', async () => {
  const bare = await write('give', 'ja-easy', { title: '寄付', lead: 'ありがとう' }, 1);
  expect(bare.refusals).toEqual({ 'said.title': expect.stringContaining('寄付') });
  expect(bare.html).toContain('ありがとう');
});

test('a page or a language that there is none of is missing, and nobody but an administrator shows words', async () => {
  expect((await writer.get(at('nothing', 'ja'))).status).toBe(404);
  expect((await writer.get(at('give', 'fr'))).status).toBe(404);
  expect((await house.as(actorOf(await person('coordinator'))).get('/desk/site/pages')).status).toBe(403);
  const begun = await write('give', 'en', { title: 'Again' }, 1);
  expect((await writer.post(`${begun.location}/versions/2/showing`, {})).status).toBe(403);
});
