import { describe, expect, test } from 'vitest';
import type { Locale } from '../src/platform/languages/locales.ts';
import { wordsOf } from './support/drawn-words.ts';
import { checkDrawn } from './tidy/drawn.ts';

const faultsIn = (locale: Locale, body: string) => {
  const lang = locale === 'ja-easy' ? 'ja' : locale;
  return wordsOf(`<html lang="${lang}"><body>${body}</body></html>`).flatMap((said) =>
    checkDrawn(said, locale),
  );
};

describe('what a page says is read as its reader does', () => {
  test.each([
    ['<p>A <b>b</b> c</p><p>d</p>', ['A b c', 'd']],
    ['<span>A</span><span>B</span>', ['A', 'B']],
    ['<span>A</span> <span>B</span>', ['A', 'B']],
    ['<p>A <b> b</b>  c</p>', ['A b  c']],
    ['<p><ruby>駅<rp>(</rp><rt>えき</rt><rp>)</rp></ruby>へ</p>', ['｜駅《えき》へ']],
    ['<p>By <bdi dir="auto">Ana</bdi>, <span lang="ja">駅</span></p>', ['By {own}, {own}']],
    ['<p lang="ja">駅</p>', ['駅']],
    ['<a title="T" href="/x">L</a><select aria-label="S"><option>O</option></select>', ['T', 'S', 'L', 'O']],
    ['<script>s</script><svg><title>t</title></svg><p>&lt;b> &amp; "</p>', ['<b> & "']],
  ])('%s', (body, words) => {
    expect(wordsOf(`<html lang="en">${body}</html>`).map(({ text }) => text)).toEqual(words);
  });
});

describe('what no page may show is found', () => {
  const ruby = (base: string, reading: string) => `<ruby>${base}<rt>${reading}</rt></ruby>`;
  test.each<[Locale, string]>([
    ['ja-easy', '<p>駅へ 行きます。</p>'],
    ['ja-easy', '<option>駅</option>'],
    ['ja-easy', '<a title="駅">ここ</a>'],
    ['ja-easy', '<input placeholder="駅"/>'],
    ['ja-easy', '<title>駅</title>'],
    ['ja-easy', `<p>${ruby('駅', 'びょういん')}</p>`],
    ['ja-easy', `<p>3${ruby('日', 'にち')}</p>`],
    ['ja-easy', `<p>この ${ruby('方', 'ほう')}です。</p>`],
    ['ja-easy', '<p>08:30から 17:00まで</p>'],
    ['ja-easy', `<p>14${ruby('時', 'じ')}から</p>`],
    ['ja-easy', `<p>13${ruby('時間', 'じかん')}までに</p>`],
    ['ja-easy', `<p>${'とても '.repeat(21)}</p>`],
    ['ja-easy', '<p>墨田区（すみだく）</p>'],
    ['en', '<p>Hello {name}</p>'],
    ['en', '<p>Hello undefined</p>'],
    ['en', '<p>Hello  Ana</p>'],
    ['en', '<p>Hello , Ana</p>'],
    ['en', '<p>Hello,Ana</p>'],
    ['en', '<p>Call １１９</p>'],
    ['en', '<p>By 佐藤</p>'],
    ['en', '<p lang="en">佐藤</p>'],
    ['en', '<p>Now。</p>'],
    ['zh-Hans', '<p>请佐藤 みどり来</p>'],
    ['zh-Hans', '<p lang="ja">Ana</p>'],
    ['zh-Hans', '<p>按「好」</p>'],
    ['zh-Hans', '<p>有 3条</p>'],
    ['zh-Hans', '<p>用LINE 联系</p>'],
    ['zh-Hans', '<p>The coordinators will call you in the morning.</p>'],
    ['zh-Hans', '<p>保险 (第95条)</p>'],
    ['ja', '<p>理由: 安全のため</p>'],
    ['ja', '<p>LINE の番号</p>'],
    ['ja', '<p>最初の日は 3日です</p>'],
  ])('in %s: %s', (locale, body) => {
    expect(faultsIn(locale, body)).not.toEqual([]);
  });

  test.each<[Locale, string]>([
    ['ja-easy', '<option>墨田区（すみだく）</option>'],
    ['ja-easy', '<p class="kept-lines" dir="auto">区役所に行きたい</p>'],
    ['ja-easy', `<p>${ruby('午前', 'ごぜん')} 8${ruby('時', 'じ')} ${ruby('30分', 'さんじゅっぷん')}</p>`],
    ['ja-easy', `<p>ことば： ${'タイ、 '.repeat(20)}ネパール</p>`],
    ['en', '<p>In <span lang="ja">墨田区</span>, Tue, Nov 24, 2026, 10:30</p>'],
    ['en', '<label>Phone <span>optional</span></label>'],
    ['zh-Hans', '<p>2026年11月24日周二 10:30–12:00</p>'],
    ['zh-Hans', '<label>电话 <span>选填</span></label>'],
    ['zh-Hans', '<option>さいたま市北区</option>'],
    ['ja', '<p>2026年11月24日(火) 10:30〜12:00</p>'],
    ['ja', '<p>新しいメッセージ 1件</p>'],
  ])('and not what it may, in %s: %s', (locale, body) => {
    expect(faultsIn(locale, body)).toEqual([]);
  });
});
