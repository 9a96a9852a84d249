import { beforeAll, expect, test } from 'vitest';
import { readAbove } from '../../../japanese/writing/index.ts';
import { passagesOf } from './passages.ts';
import { withFurigana } from './with-furigana.ts';

// A page does not wait for as long as a busy machine may take to read the dictionary.
beforeAll(() => readAbove(['駅']));

const never = (problem: unknown) => expect.unreachable(String(problem));
/** As it is written down in catalogs, to be read here. */
const drawn = async (body: string) => {
  const html = await withFurigana(`<html lang="ja"><body>${body}</body></html>`, never);
  return html
    .slice('<html lang="ja"><body>'.length, -'</body></html>'.length)
    .replaceAll(/<ruby>([^<]*)<rp>\(<\/rp><rt>([^<]*)<\/rt><rp>\)<\/rp><\/ruby>/g, '$1《$2》')
    .replaceAll(/<span class="unbroken">([^<]*)<\/span>/g, '$1');
};

test.each([
  // Our own words, with what was filled in.
  ['<p>年末年始の窓口</p>', '<p>年末年始《ねんまつねんし》の窓口《まどぐち》</p>'],
  ['<p>12月30日（水）14:30</p>', '<p>12月《がつ》30日《にち》（水《すい》）14:30</p>'],
  [
    '<p>12/28 月、12/30 水に開いています</p>',
    '<p>12/28 月《げつ》、12/30 水《すい》に開《あ》いています</p>',
  ],
  ['<p>だれでも来られる。来る人</p>', '<p>だれでも来《こ》られる。来《く》る人《ひと》</p>'],
  ['<p>3日まで。お名前</p>', '<p>3日《みっか》まで。お名前《なまえ》</p>'],
  // What stands out in a line is read with it, an element of its own is not.
  ['<p>5<b>人</b></p>', '<p>5<b>人《にん》</b></p>'],
  ['<p>5</p><p>人</p>', '<p>5</p><p>人《ひと》</p>'],
  // People's own words, in other languages and names.
  ['<p lang="ja" dir="auto">病院に行く</p>', '<p lang="ja" dir="auto">病院《びょういん》に行《い》く</p>'],
  ['<p dir="auto">明天九点</p>', '<p dir="auto">明天九点</p>'],
  ['<p lang="zh-Hans">医院</p>', '<p lang="zh-Hans">医院</p>'],
  ['<p><bdi>田中</bdi>さんの家族</p>', '<p><bdi>田中</bdi>さんの家族《かぞく》</p>'],
  ['<p><bdi>11月18日(水)</bdi>に</p>', '<p><bdi>11月《がつ》18日《にち》(水《すい》)</bdi>に</p>'],
  ['<p>田中さんの家族</p>', '<p>田中さんの家族《かぞく》</p>'],
  // What is no content, cannot hold readings, or has them.
  ['<a title="病院" href="/x">院</a>', '<a title="病院" href="/x">院《いん》</a>'],
  ['<select><option>病院</option></select>', '<select><option>病院</option></select>'],
  ['<textarea>病院</textarea>', '<textarea>病院</textarea>'],
  ['<svg><title>病院</title></svg><p>病院</p>', '<svg><title>病院</title></svg><p>病院《びょういん》</p>'],
  ['<p data-as-written="true">病<mark>院</mark></p>', '<p data-as-written="true">病<mark>院</mark></p>'],
  ['<p>駅《えき》</p>', '<p>駅《えき》</p>'],
  ['<p>&lt;病院> &amp; "駅"</p>', '<p>&lt;病院《びょういん》> &amp; "駅《えき》"</p>'],
])('%s', async (html, read) => {
  expect(await drawn(html)).toBe(read);
});

test('readings that stand there already stay as they are', async () => {
  const html = '<p><ruby>駅<rp>(</rp><rt>えき</rt><rp>)</rp></ruby>へ</p>';
  expect(await withFurigana(html, never)).toBe(html);
});

test('but for readings the page is as it was', async () => {
  const html =
    '<!doctype html><html lang="ja"><p>窓口で、<b>パスポート</b>を見せてください。</p><br/><i>“</i></html>';
  const read = await withFurigana(html, never);
  expect(read).not.toBe(html);
  expect(read.replaceAll(/<rp>.*?<\/rp>|<rt>.*?<\/rt>|<\/?ruby>/g, '')).toBe(html);
});

test('what stands between two tags is found once, in order', () => {
  const passages = passagesOf('<p>一<b>二</b>三</p><p>四</p><p>none</p>');
  expect(passages.map(({ text }) => text)).toEqual(['一二三', '四']);
  expect(passages[0]?.nodes.map(({ from, length }) => [from, length])).toEqual([
    [0, 1],
    [1, 1],
    [2, 1],
  ]);
});
