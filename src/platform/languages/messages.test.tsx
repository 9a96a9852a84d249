import { describe, expect, test } from 'vitest';
import { draw } from './draw.ts';
import { type Locale, negotiateLocale } from './locales.ts';
import { defineMessages, defineStaffMessages, rubyWords } from './messages.tsx';
import { useWords } from './reading.tsx';

const catalog = {
  greet: 'Hello, {name}.',
  count: '{count, plural, one {# visit} other {# visits}}',
  plain: 'Help',
};
const easy = {
  greet: '{name}さん、今日《きょう》は。',
  count: '{count}回《かい》',
  plain: '助《たす》けて',
};
const messages = defineMessages({ en: catalog, ja: catalog, 'zh-Hans': catalog, 'ja-easy': easy });
type Key = keyof typeof catalog;

function Said(props: { say: Key; params: Record<string, string | number> | undefined }) {
  const t = useWords(messages);
  return <p title={t.plain(props.say, props.params)}>{t(props.say, props.params)}</p>;
}

const drawn = (locale: Locale, say: Key, params?: Record<string, string | number>) =>
  draw(<Said say={say} params={params} />, locale);

describe('a message', () => {
  test('has readings above its kanji in Easy Japanese, and is in kana in an attribute', () => {
    expect(drawn('ja-easy', 'plain')).toBe(
      '<p title="たすけて"><ruby>助<rp>(</rp><rt>たす</rt><rp>)</rp></ruby>けて</p>',
    );
  });

  test.each(['《偽》', '小林《こばやし》', '｜a《b》', '{name}', "'{", '<b>'])(
    'shows %s as the person wrote it',
    (name) => {
      const html = drawn('ja-easy', 'greet', { name });
      const escaped = name.replaceAll('<', '&lt;');
      expect(html).toContain(`>${escaped}さん、`);
      expect(html).toContain(`title="${escaped}さん、きょうは。"`);
      expect(html.match(/<ruby>/g)).toHaveLength(1);
    },
  );

  test('keeps a name that runs from right to left to itself, and only such a one', () => {
    expect(drawn('en', 'greet', { name: 'علی (2)' })).toContain('>Hello, <bdi>علی (2)</bdi>.<');
    expect(drawn('en', 'greet', { name: 'Nguyễn 小林' })).toContain('>Hello, Nguyễn 小林.<');
  });

  test('looks once through a long text without kana, not from each character anew', () => {
    const name = '漢'.repeat(1_000_000);
    expect(drawn('zh-Hans', 'greet', { name })).toContain(name);
  });

  test.each(['en', 'zh-Hans'] as const)(
    'marks Japanese words in %s, and nothing that may be Chinese',
    (locale) => {
      const marked = (name: string) =>
        drawn(locale, 'greet', { name }).replace(/.*>Hello, (.*)\.<\/p>/, '$1');
      expect(marked('佐藤 みどり')).toBe('<span lang="ja">佐藤 みどり</span>');
      expect(marked('Ana (ラム・シャルマ)')).toBe('Ana (<span lang="ja">ラム・シャルマ</span>)');
      expect(marked('病院《びょういん》に 行《い》く')).toBe(
        '<span lang="ja">病院《びょういん》に 行《い》く</span>',
      );
      expect(marked('孙 建国')).toBe('孙 建国');
      expect(drawn('ja', 'greet', { name: 'みどり' })).not.toContain('lang=');
    },
  );

  test('that goes to the next page as a string has its readings there', () => {
    const t = messages.in('ja-easy');
    const there = (key: Key, params?: Record<string, string | number>) =>
      draw(<p>{rubyWords(t.noted(key, params))}</p>, 'ja-easy');
    expect(there('plain')).toBe(draw(<p>{t('plain')}</p>, 'ja-easy'));
    expect(there('count', { count: 3 })).toBe(draw(<p>{t('count', { count: 3 })}</p>, 'ja-easy'));
    const name = '｜小林《こばやし》';
    expect(there('greet', { name })).toContain('>|小林〈こばやし〉さん、');
    expect(there('greet', { name }).match(/<ruby>/g)).toHaveLength(1);
  });

  test('counts by the rules of the language', () => {
    expect(drawn('en', 'count', { count: 1 })).toContain('>1 visit<');
    expect(drawn('en', 'count', { count: 1_200 })).toContain('>1,200 visits<');
  });

  test('is asked for by its own keys only', () => {
    expect([messages.has('greet'), messages.has('toString'), messages.has('__proto__')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

test('words for staff are said in the nearer of their two languages', () => {
  const staff = defineStaffMessages({ ja: { desk: '受付' }, en: { desk: 'Desk' } });
  const said = (['ja', 'ja-easy', 'en', 'zh-Hans'] as const).map((locale) => staff.in(locale).plain('desk'));
  expect(said).toEqual(['受付', '受付', 'Desk', 'Desk']);
});

describe('the language of a first visit', () => {
  test.each([
    [undefined, 'ja'],
    ['', 'ja'],
    ['*', 'ja'],
    ['ja-JP', 'ja'],
    ['en-US,en;q=0.9,ja;q=0.8', 'en'],
    ['ja;q=0.2, en;q=0.9', 'en'],
    ['zh-TW', 'zh-Hans'],
    ['vi', 'ja-easy'],
    ['vi, zh;q=0.1', 'zh-Hans'],
    ['vi;q=0', 'ja'],
    [',,;;q=,', 'ja'],
    ['x'.repeat(10_000), 'ja-easy'],
  ])('%s → %s', (header, locale) => {
    expect(negotiateLocale(header)).toBe(locale);
  });
});

test.each([
  ['お金《かね》が', '<span class="unbroken">お<ruby>金', 1],
  ['困《こま》った お客《きゃく》さま', '</ruby>った <span class="unbroken">お<ruby>客', 1],
  ['かお色《いろ》', 'かお<ruby>色', 0],
  ['いいお、 と 言《い》う', 'いいお、 と <ruby>言', 0],
] as const)('お and the word it belongs to are never on two lines: %s', (text, html, count) => {
  const drawn = draw(<p>{rubyWords(text)}</p>, 'ja-easy');
  expect(drawn).toContain(html);
  expect(drawn.match(/unbroken/g) ?? []).toHaveLength(count);
});
