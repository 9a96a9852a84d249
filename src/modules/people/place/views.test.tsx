import { expect, test } from 'vitest';
import { renderPart } from '../../../ui/index.ts';
import { placeWordsOf } from './views.tsx';

const place = { municipalityCode: '13104', town: '高田馬場四丁目' };

test.each([
  ['ja', '新宿区<span lang="ja">高田馬場<span class="unbroken">四丁目</span></span>'],
  ['zh-Hans', '新宿区<span lang="ja">高田馬場<span class="unbroken">四丁目</span></span>'],
  [
    'en',
    'Shinjuku Takadanobaba <span class="unbroken">4-chome</span> (<span lang="ja">高田馬場<span class="unbroken">四丁目</span></span>)',
  ],
] as const)('no line ends within the number of a 丁目: %s', (locale, html) => {
  expect(renderPart(<p>{placeWordsOf(place, locale)}</p>, locale)).toBe(`<p>${html}</p>`);
});
