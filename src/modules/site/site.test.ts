import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../test/support/house.ts';
import { readPdf } from '../../../test/support/read-pdf.ts';
import { pdf } from '../../kits/papers/index.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Files } from '../../platform/files/files.ts';
import { createPerson } from '../people/index.ts';
import { siteModule } from './module.ts';
import { paperOf } from './share/paper.ts';
import { pictureKit } from './share/picture-kit.tsx';
import { findShown } from './store/articles.ts';

const house = await testHouse([
  siteModule({ publicUrl: 'https://otonari.test', files: {} as Files, pages: () => [] }),
]);
const { db, clock } = house;
const person = (name: string) => inTransaction(db, (tx) => createPerson(tx, { name, now: clock() }));
const [writerOne, adminOne] = [await person('Kobayashi'), await person('Kanri')];
const writer = house.as(actorOf(writerOne, ['coordinator']), 'en');
const administrator = house.as(actorOf(adminOne, ['administrator']), 'en');
const visitor = (locale: 'en' | 'ja' | 'ja-easy' | 'zh-Hans' = 'en') => house.as(undefined, locale);

const WORDS = {
  'title.ja': '冬の交流会',
  'text.ja': '12月に会います。\n\n## 場所\n\n- 区民館\n- オンライン',
  'title.en': 'Winter meeting',
  'text.en': 'We meet in December.\n\n## Where\n\n- Ward hall\n- Online',
  'origin.en': 'person',
  'title.zh-Hans': '',
  'text.zh-Hans': '',
  'origin.zh-Hans': 'machine',
  'title.ja-easy': '',
  'text.ja-easy': '',
  'origin.ja-easy': 'person',
};
const write = (slug: string, more: Record<string, string> = {}) =>
  writer.post('/desk/site/new/news', { slug, onDay: '2026-11-20', ...WORDS, ...more });
const idIn = (location: string | null) => /site\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? '';
async function shown(slug: string, more: Record<string, string> = {}): Promise<string> {
  const id = idIn((await write(slug, more)).location);
  await administrator.post(`/desk/site/${id}/versions/1/showing`, {});
  return id;
}

describe('an article', () => {
  test('is written by a coordinator and read by nobody until an administrator shows it', async () => {
    const answer = await write('winter');
    const id = idIn(answer.location);
    expect(answer.flash).toContain('Saved as a new version');
    expect((await visitor().get('/news/winter')).status).toBe(404);
    expect((await writer.post(`/desk/site/${id}/versions/1/showing`, {})).status).toBe(403);
    expect((await writer.get(`/desk/site/${id}/versions/1`)).text).toContain('An administrator decides');
    await administrator.post(`/desk/site/${id}/versions/1/showing`, {});
    const { text, html } = await visitor().get('/news/winter');
    expect(text).toMatch(/Winter meeting.*We meet in December\..*Where.*Ward hall/s);
    expect(html).toMatch(/<h2>Where<\/h2><ul><li>Ward hall<\/li>/);
  });

  test('changes in versions, and goes back to any of them', async () => {
    const id = await shown('versions');
    const next = { onDay: '2026-11-20', ...WORDS, 'title.en': 'Spring meeting', seen: '1' };
    expect((await writer.post(`/desk/site/${id}/words`, next)).status).toBe(303);
    expect((await visitor().get('/news/versions')).text).toContain('Winter meeting');
    await administrator.post(`/desk/site/${id}/versions/2/showing`, {});
    expect((await visitor().get('/news/versions')).text).toContain('Spring meeting');
    expect((await administrator.get(`/desk/site/${id}/versions/1`)).text).toContain(
      'Go back to this version',
    );
    await administrator.post(`/desk/site/${id}/versions/1/showing`, {});
    expect((await visitor().get('/news/versions')).text).toContain('Winter meeting');
    const { text } = await writer.get(`/desk/site/${id}`);
    expect(text).toMatch(/Kobayashi wrote version 2/);
    expect(text).toMatch(/Kanri showed version 1.*Kanri showed version 2.*Kanri showed version 1/s);
  });

  test('of which somebody else has written meanwhile comes back with what was typed', async () => {
    const id = await shown('meanwhile');
    const next = { onDay: '2026-11-20', ...WORDS, 'title.en': 'Mine', seen: '1' };
    await writer.post(`/desk/site/${id}/words`, next);
    const late = await administrator.post(`/desk/site/${id}/words`, { ...next, 'title.en': 'Late' });
    expect(late.status).toBe(422);
    expect(late.html).toContain('Late');
    expect(late.text).toContain('Somebody else has written a version meanwhile');
    const seen = /name="seen" value="(\d+)"/.exec(late.html)?.[1] ?? '';
    const again = await administrator.post(`/desk/site/${id}/words`, { ...next, 'title.en': 'Late', seen });
    expect(again.status).toBe(303);
    expect((await writer.get(`/desk/site/${id}/versions/3`)).text).toContain('Late');
    expect((await writer.get(`/desk/site/${id}/versions/2`)).text).toContain('Mine');
  });

  test('keeps every version within reach, however many there are', async () => {
    const id = idIn((await write('many')).location);
    const next = { onDay: '2026-11-20', ...WORDS };
    for (let seen = 1; seen <= 51; seen++)
      await writer.post(`/desk/site/${id}/words`, {
        ...next,
        'title.en': `No. ${seen + 1}`,
        seen: `${seen}`,
      });
    const { text, html } = await writer.get(`/desk/site/${id}`);
    expect(html).toContain('<title>History of “No. 52”');
    expect(text).toMatch(/Older versions are not listed here\. Look at version 2\b/);
    expect(html).toContain(`/desk/site/${id}/versions/2"`);
    expect((await writer.get(`/desk/site/${id}/versions/2`)).html).toContain(`/desk/site/${id}/versions/1"`);
  });

  test('is taken off and leaves its address', async () => {
    const id = await shown('off');
    await administrator.post(`/desk/site/${id}/hiding`, {});
    expect((await visitor().get('/news/off')).status).toBe(404);
    expect((await visitor().get('/news')).html).not.toContain('/news/off');
  });

  test('cannot be rewritten or deleted by the program', async () => {
    await shown('kept');
    const change = db.updateTable('site.versions').set({ number: 9 }).execute();
    await expect(change).rejects.toThrow(/permission denied/);
    await expect(db.deleteFrom('site.showings').execute()).rejects.toThrow(/permission denied/);
  });
});

describe('a translation', () => {
  test('that is not there is read in Japanese, which is said', async () => {
    await shown('untranslated');
    const { text, html } = await visitor('zh-Hans').get('/news/untranslated');
    expect(text).toContain('尚未翻译');
    expect(html).toMatch(/<span lang="ja">冬の交流会<\/span>/);
  });

  test('of which only the title is written is read in Japanese, on the page and in the list', async () => {
    await shown('half', { 'title.en': 'Half of it', 'text.en': '' });
    const { text, html } = await visitor().get('/news/half');
    expect(text).toContain('This is not translated yet');
    expect(html).toContain('<span lang="ja">冬の交流会</span>');
    expect((await visitor().get('/news')).text).not.toContain('Half of it');
  });

  test('by a machine says so, and one older than the Japanese is marked', async () => {
    const machine = { 'title.zh-Hans': '冬季聚会', 'text.zh-Hans': '十二月见面。' };
    const id = await shown('old', machine);
    expect((await visitor('zh-Hans').get('/news/old')).text).toContain('机器翻译');
    const next = { onDay: '2026-11-20', ...WORDS, ...machine, 'text.ja': '中止です。', seen: '1' };
    await writer.post(`/desk/site/${id}/words`, next);
    await administrator.post(`/desk/site/${id}/versions/2/showing`, {});
    expect((await visitor().get('/news/old')).text).toContain('The Japanese text has changed');
    const compared = { ...next, seen: '2', 'compared.en': 'on' };
    await writer.post(`/desk/site/${id}/words`, compared);
    await administrator.post(`/desk/site/${id}/versions/3/showing`, {});
    expect((await visitor().get('/news/old')).text).not.toContain('The Japanese text has changed');
    expect((await visitor('zh-Hans').get('/news/old')).text).toContain('请以日语为准');
  });

  test('into Easy Japanese needs its readings, and is checked', async () => {
    const bare = await write('easy', { 'title.ja-easy': '会', 'text.ja-easy': '会《あ》います。' });
    expect(bare.refusals).toEqual({ 'title.ja-easy': expect.stringContaining('会') });
    const hard = {
      'title.ja-easy': '会《かい》',
      'text.ja-easy': '参加《さんか》が 必要《ひつよう》で あると 考《かんが》えられます。',
    };
    const id = idIn((await write('easy', hard)).location);
    expect((await writer.get(`/desk/site/${id}/versions/1`)).text).toMatch(/not Easy Japanese yet/);
  });
});

test('an address that is odd or taken is refused beside its field, and nothing typed is lost', async () => {
  const odd = await write('Winter Meeting');
  expect(odd.refusals).toEqual({ slug: expect.stringContaining('small letters') });
  expect(odd.html).toContain('We meet in December.');
  await write('twice');
  expect((await write('twice')).refusals).toEqual({ slug: expect.stringContaining('this address') });
});

test('there is one board: who wants to begin another writes its next version, and a late one is told on the page', async () => {
  const board = { onDay: '2026-11-20', ...WORDS };
  const id = idIn((await writer.post('/desk/site/new/board', board)).location);
  expect((await writer.get('/desk/site/new/board')).location).toBe(`/desk/site/${id}/words`);
  const late = await writer.post('/desk/site/new/board', board);
  expect([late.status, late.html.includes('href="#slug"')]).toEqual([422, false]);
  expect(late.text).toContain('there is one already');
});

test('a version without Japanese words is shown to nobody', async () => {
  const id = idIn((await write('no-japanese', { 'title.ja': '', 'text.ja': '' })).location);
  const answer = await administrator.post(`/desk/site/${id}/versions/1/showing`, {});
  expect(answer.text).toContain('in Japanese first');
  expect((await visitor().get('/news/no-japanese')).status).toBe(404);
});

describe('what goes elsewhere', () => {
  test('the feed tells each piece of news with its day and the way to it', async () => {
    await shown('fed', { 'title.en': 'Cats & <dogs>' });
    const { html } = await visitor().get('/news.atom');
    expect(html).toContain('<title>Cats &amp; &lt;dogs&gt;</title>');
    expect(html).toContain('<published>2026-11-20T00:00:00+09:00</published>');
    expect(html).toContain('href="https://otonari.test/en/news/fed"');
  });

  test('a release is a sheet with the whole text, its day and its address', async () => {
    await shown('release');
    const article = await findShown(db, { kind: 'news', slug: 'release' });
    const about = { locale: 'ja', address: 'https://otonari.test/ja/news/release', foot: 'JII' } as const;
    const sheet = article && paperOf(article, about);
    const made = sheet && (await pdf(sheet, clock()));
    if (!made?.ok) throw new Error('no sheet');
    const { text, glyphs } = readPdf(made.value);
    const squeezed = text.replaceAll(/\s/g, '');
    for (const said of ['冬の交流会', '12月に会います。', '場所', '区民館', '/ja/news/release'])
      expect(squeezed).toContain(said);
    expect(glyphs).not.toContain(0);
    expect((await visitor('ja').get('/news/release/release.pdf')).headers.get('content-type')).toBe(
      'application/pdf',
    );
  });

  test('what the font of sheets cannot write is offered as none', async () => {
    await shown('snow', { 'text.ja': '雪와 風の日です。' });
    expect((await visitor('ja').get('/news/snow')).html).not.toContain('release.pdf');
    expect((await visitor('ja').get('/news/snow/release.pdf')).status).toBe(404);
    expect((await visitor('en').get('/news/snow')).html).toContain('/news/snow/release.pdf');
  });

  test('the pictures stand alone: no color in them comes from a style sheet', async () => {
    const files = new Map<string, Uint8Array>();
    for await (const { name, bytes } of pictureKit('en')) files.set(name, bytes);
    expect([...files.keys()]).toEqual(expect.arrayContaining(['README.txt', 'mark/icon.svg']));
    const svg = new TextDecoder().decode(files.get('drawings/counter.svg'));
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).not.toMatch(/var\(|class="cheeks"/);
    const { width, format } = await sharp(files.get('drawings/counter.png')).metadata();
    expect({ width, format }).toEqual({ width: 1920, format: 'png' });
  });
});
