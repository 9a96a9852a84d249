import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import jii2024 from '../src/modules/giving/campaigns/demonstration/data/jii-2024.json' with { type: 'json' };
import jii2025 from '../src/modules/giving/campaigns/demonstration/data/jii-2025.json' with { type: 'json' };
import newYear from '../src/modules/giving/campaigns/demonstration/data/new-year.json' with { type: 'json' };
import { type CatalogFolder, checkCatalogs, checkWords, readCatalogs } from './tidy/catalogs.ts';
import { checkQuotes } from './tidy/quotes.ts';
import { checkWording } from './tidy/wording.ts';

const folders = readCatalogs(join(import.meta.dirname, '..'));

describe('every message in every language', () => {
  test.each(folders.map((folder) => [folder.path, folder] as const))('%s', (_path, folder) => {
    expect(checkCatalogs(folder)).toEqual([]);
  });
});

test('a label that a message quotes is written as it stands on the page', () => {
  expect(checkQuotes(folders.filter(({ path }) => !path.includes('styleguide')))).toEqual([]);
});

test.each([
  ['2024', jii2024.machineMade, [jii2024.texts]],
  ['2025', jii2025.machineMade, [jii2025.texts]],
  ['New Year', Object.keys(newYear.texts), [newYear.texts, ...newYear.updates.map(({ texts }) => texts)]],
])('what we have written of the campaign of %s is written as a catalog is', (_campaign, ours, told) => {
  const findings = told
    .flatMap((texts) => Object.entries(texts))
    .filter(([locale]) => ours.includes(locale))
    .flatMap(([locale, words]) => wordsIn(words).flatMap((text) => checkWords(locale, text)));
  expect(findings).toEqual([]);
});

/** Each text below a value, paragraph by paragraph. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.split('\n\n');
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

describe('the catalog test can fail', () => {
  const good = { greet: 'Hello {name}' };
  const make = (files: Record<string, Record<string, string>>, code = "t('greet')"): CatalogFolder => ({
    path: 'src/modules/x/messages',
    files: new Map(Object.entries(files)),
    code,
    refusals: new Set(),
  });
  const all = {
    en: good,
    ja: { greet: '{name}さん' },
    'ja-easy': { greet: '{name}さん、 こんにちは。' },
    'zh-Hans': { greet: '{name}，您好' },
  };

  test('a complete catalog passes', () => {
    expect(checkCatalogs(make(all))).toEqual([]);
  });
  test('a missing key is found', () => {
    expect(checkCatalogs(make({ ...all, ja: {} })).join()).toContain('ja.json: greet is missing');
  });
  test('a missing language is found', () => {
    const { 'zh-Hans': _gone, ...rest } = all;
    expect(checkCatalogs(make(rest)).join()).toContain('zh-Hans.json is missing');
  });
  test('a placeholder mismatch is found', () => {
    expect(checkCatalogs(make({ ...all, ja: { greet: '{nam}さん' } })).join()).toContain('placeholders');
  });
  test('a broken message is found', () => {
    expect(checkCatalogs(make({ ...all, ja: { greet: '{name' } })).join()).toContain('no ICU message');
  });
  test('an unused key is found', () => {
    expect(checkCatalogs(make(all, "t('other')")).join()).toContain('nobody uses greet');
  });
  test.each([
    ['zh-Hans', '{name}，你好'],
    ['zh-Hans', '请写信给{name}'],
    ['zh-Hans', '有 {name} 条'],
    ['ja', '{name}さん、いまは休み'],
    ['ja', '{name}さんと一緒に'],
    ['staff.en', 'The e-mail of {name}'],
    ['staff.en', '{name}, 1 April'],
    ['ja-easy', '{name}さん、こんにちは。'],
    ['ja-easy', '{name}さん、 「はい」と 言《い》う 人《ひと》が「はい」'],
    ['ja-easy', '｜2日《ふつか》までに 連絡《れんらく》します'],
    ['ja', '{name} を保存しました'],
    ['ja', '2 のように書く'],
    ['ja-easy', '{name} を 書《か》いて ください。'],
    ['ja-easy', 'サインイン して ください。'],
    ['ja-easy', '書《か》くことが できません。'],
    ['ja-easy', '話《はな》を 聞《き》きます。'],
    ['ja', 'まだ誰も見ていない'],
    ['ja', '{backOn}までお休みです'],
    ['en', 'Resting until {backOn}'],
    ['en', 'The link is in every mail about it'],
    ['staff.en', 'Sent to the card provider'],
    ['staff.en', '{share} % of all'],
    ['staff.ja', '領収書はお名前ごとです。'],
    ['ja', '毎月{amount}をお預かりします。'],
    ['zh-Hans', '登记为捐赠者之日'],
    ['ja-easy', 'もう 一度《いちど》 見《み》て ください。'],
    ['ja-easy', 'もう一度《いちど》 見《み》てください。'],
    ['ja-easy', '今《いま》まで ありがとう。'],
    ['staff.ja', '同意を同意を待っている'],
  ])('words that are not ours are found in %s: %s', (catalog, message) => {
    expect(checkWording(catalog, message)).toHaveLength(1);
  });
  test('a label that stands nowhere is found', () => {
    const say = (button: string) => {
      const files = new Map([['ja', { hint: '「送る」を押すと届きます。', button }]]);
      return checkQuotes([{ path: 'x', files, code: '', refusals: new Set() }]);
    };
    expect(say('送る')).toEqual([]);
    expect(say('送信')).toEqual(['x/ja.json: hint quotes “送る”, which stands nowhere']);
  });
  test('words that look like them are not', () => {
    expect(checkWording('ja-easy', '｜4月《しがつ》 ｜2日《ふつか》までに 出《だ》して ください。')).toEqual(
      [],
    );
    expect(checkWording('zh-Hans', '因此，{name}此前已登记')).toEqual([]);
    expect(checkWording('ja', '待っています。今います。')).toEqual([]);
  });
  test.each([
    ['in a later branch of a plural', '{name, plural, =1 {1つ} other {病院}}', 'Y3'],
    [
      'in a select within a plural',
      '{name, plural, =1 {1つ} other {{name, select, a {あ} other {14時《じ》}}}}',
      'Y12',
    ],
    ['where a reading is not of its kanji', '{name}の 駅《びょういん》', 'Y3'],
    ['where a pair is new', '{name}の 提灯《ちょうちん》', 'add it to src/japanese/data/easy-readings.json'],
    ['where there are too many branches', '{name, plural, =1 {a} other {b}}'.repeat(8), 'ways to say it'],
  ])('what is no Easy Japanese is found %s', (_where, greet, finding) => {
    expect(checkCatalogs(make({ ...all, 'ja-easy': { greet } })).join()).toContain(finding);
  });
  test('kanji without furigana in Easy Japanese is found', () => {
    expect(checkCatalogs(make({ ...all, 'ja-easy': { greet: '{name}さん、 病院です。' } })).join()).toContain(
      'Y3',
    );
  });
});
