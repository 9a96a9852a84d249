import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stripFurigana } from '../src/japanese/furigana.ts';
import { readCatalogs } from './tidy/catalogs.ts';
import { checkFacts } from './tidy/facts.ts';

/** What a message must tell in every language, by a word that tells it in each: somebody acts on it. */
const FACTS: readonly (readonly [catalog: string, key: string, fact: Readonly<Record<string, RegExp>>])[] = [
  [
    'spot',
    'time_is_too_soon',
    { ja: /営業日/, en: /workingday/, 'zh-Hans': /工作日/, 'ja-easy': /休みの日は数えません/ },
  ],
  [
    'people',
    'say_why',
    { ja: /記録|残/, en: /kept|record|keep/, 'zh-Hans': /保存|记录|保留/, 'ja-easy': /残ります/ },
  ],
  [
    'spot',
    'something_wrong_text',
    { ja: /体調/, en: /ill,|unwell|sick/, 'zh-Hans': /身体不适/, 'ja-easy': /体が悪い/ },
  ],
  [
    'spot',
    'category_medical_examples',
    { ja: /健診/, en: /prenatal|pregnan/i, 'zh-Hans': /孕检/, 'ja-easy': /健診/ },
  ],
];

test.each(FACTS)('%s %s tells what matters in every language', (catalog, key, fact) => {
  for (const [language, word] of Object.entries(fact)) {
    const path = join(import.meta.dirname, '../src/modules', catalog, `messages/${language}.json`);
    const message = JSON.parse(readFileSync(path, 'utf8'))[key];
    expect(stripFurigana(message).replaceAll(' ', ''), language).toMatch(word);
  }
});

/** Messages whose numbers may differ from language to language, each with the reason. */
const APART: Readonly<Record<string, string>> = {
  'src/modules/trust/messages home_volunteer_text': '“a few months” is 2か月か 3か月 in Easy Japanese',
  'src/modules/trust/messages motivation_hint': '“a few sentences” is 2、3行',
  'src/platform/web/messages write_a_whole_number': 'examples',
  'src/platform/web/messages picture_is_too_large': '50 megapixels are 5000万画素',
  'src/modules/consultations/messages times_hint': 'an example: 14時 is 午後2時 in Easy Japanese',
  'src/modules/people/messages month': 'the name of a month is a number but in English',
  'src/modules/people/messages place_lead': 'Easy Japanese shows what a 番地 is',
  'src/ui/messages town_hint': 'Easy Japanese shows what a 番地 is',
  'src/pages/messages glance_approval': '“May” is no month',
  'src/modules/classes/messages data_consent_until': '“May” is no month',
  'src/modules/classes/children/messages care_agreed_hint': 'Easy Japanese says when a school year ends',
  'src/modules/classes/children/messages fetch_send': '“May” is no month',
  'src/modules/classes/children/messages photos': '“May” is no month',
  'src/modules/classes/day/messages sheet_fetch': '“May” is no month',
};
const folders = readCatalogs(join(import.meta.dirname, '..')).filter(
  ({ path }) => !path.includes('styleguide'),
);

test.each(folders.map((folder) => [folder.path, folder] as const))(
  '%s: a number, time or address told in one language is told in all',
  (_path, folder) => {
    expect(checkFacts(folder, new Set(Object.keys(APART)))).toEqual([]);
  },
);

test.each([
  ['Call 119.', '電話してください。', '119'],
  ['Within {n, plural, one {a day} other {48 hours}}.', '{n}日以内。', '48'],
  ['In three days.', '数日で。', '3'],
  ['From April.', '今年度。', '4'],
  ['At 14:30.', '昼に。', '14:30'],
  ['See https://a.example.', '見てください。', 'https://a.example'],
])('%s and %s tell not the same', (en, ja, lost) => {
  const files = new Map(Object.entries({ en: { a: en }, ja: { a: ja } }));
  expect(checkFacts({ path: 'x', files, code: '', refusals: new Set() }, new Set())).toEqual([
    `x/ja.json: a lacks ${lost}`,
  ]);
});

test.each([
  ['In three days, at 14:30', '三日で、午後2時30分に'],
  ['Half an hour, day and night', '30分、24時間'],
  ['April 1 and 12,000', '4月1日と12000'],
])('%s and %s do', (en, ja) => {
  const files = new Map(Object.entries({ en: { a: en }, ja: { a: ja } }));
  expect(checkFacts({ path: 'x', files, code: '', refusals: new Set() }, new Set())).toEqual([]);
});

test('what may differ still does', () => {
  const differing = folders.flatMap((folder) =>
    checkFacts(folder, new Set()).map((fault) => fault.split(' lacks')[0]),
  );
  for (const name of Object.keys(APART)) {
    const [path, key] = name.split(' ');
    expect(differing.some((fault) => fault?.startsWith(`${path}/`) && fault.endsWith(`: ${key}`))).toBe(true);
  }
});
