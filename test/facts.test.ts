import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stripFurigana } from '../src/japanese/furigana.ts';

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
