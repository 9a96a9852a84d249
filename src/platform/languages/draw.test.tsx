import { h, type VNode } from 'preact';
import { expect, test } from 'vitest';
import { draw, drawDocument, useId, useLocale } from './draw.ts';
import { ReadIn } from './reading.tsx';

const Reader = () => <i>{useLocale()}</i>;
const Numbered = () => <b id={useId()} />;

test.each<[string, VNode, string]>([
  ['text', <p>a &lt; b &amp; "c"</p>, '<p>a &lt; b &amp; &quot;c&quot;</p>'],
  ['what a person typed', <p>{'<script>1</script>'}</p>, '<p>&lt;script>1&lt;/script></p>'],
  [
    'data',
    <script type="application/ld+json">{'{"a":"</script>&"}'}</script>,
    '<script type="application/ld+json">{"a":"\\u003c/script>&"}</script>',
  ],
  ['numbers, lists and nothing', <p>{[0, null, [1, false, '2'], undefined, true, '']}</p>, '<p>012</p>'],
  ['elements without content', <input name="a" disabled={false} required />, '<input name="a" required/>'],
  ['an empty element', <textarea name="a"></textarea>, '<textarea name="a"></textarea>'],
  [
    'attributes',
    <p title={'?a="1"&b'} dir={undefined} lang="" />,
    '<p title="?a=&quot;1&quot;&amp;b" lang></p>',
  ],
  ['aria', <p aria-hidden={false} data-on={true} />, '<p aria-hidden="false" data-on="true"></p>'],
  [
    'fragments',
    <>
      {'a'}
      <b>c</b>
    </>,
    'a<b>c</b>',
  ],
  [
    'what runs in a line, apart for readers without a style sheet',
    <p>
      <b>119</b>
      <span>Fire</span>
      <a href="/">
        <small>110</small>
      </a>
      <small>Police</small>
    </p>,
    '<p><b>119</b> <span>Fire</span> <a href="/"><small>110</small></a> <small>Police</small></p>',
  ],
  [
    'words with readings as one',
    <p>
      <ruby>
        火<rt>か</rt>
      </ruby>
      <ruby>
        事<rt>じ</rt>
      </ruby>
    </p>,
    '<p><ruby>火<rt>か</rt></ruby><ruby>事<rt>じ</rt></ruby></p>',
  ],
  [
    'components',
    <p>
      <Reader />
    </p>,
    '<p><i>en</i></p>',
  ],
])('draws %s', (_what, node, html) => {
  expect(draw(node, 'en')).toBe(html);
});

test('a part may be in another language; the rest is not', () => {
  const page = (
    <p>
      <ReadIn locale="ja">
        <Reader />
      </ReadIn>
      <Reader />
    </p>
  );
  expect(drawDocument(page, 'zh-Hans')).toBe('<!doctype html><p><i>ja</i><i>zh-Hans</i></p>');
});

test('a part that could not be drawn leaves the language as it was', () => {
  const Broken = () => {
    throw new Error('broken');
  };
  const Careful = () => {
    expect(() =>
      draw(
        <ReadIn locale="ja">
          <Broken />
        </ReadIn>,
        'ja-easy',
      ),
    ).toThrow('broken');
    return <Reader />;
  };
  expect(draw(<Careful />, 'en')).toBe('<i>en</i>');
});

test('every id is used once a document', () => {
  const page = (
    <>
      <Numbered />
      <ReadIn locale="ja">
        <Numbered />
      </ReadIn>
      <Numbered />
    </>
  );
  expect(draw(page, 'en')).toBe('<b id="id-1"></b> <b id="id-2"></b> <b id="id-3"></b>');
  expect(draw(<Numbered />, 'en')).toBe('<b id="id-1"></b>');
});

test('what comes as JSON is never taken for a node', () => {
  const typed = JSON.parse('{"type":"script","props":{"children":"alert(1)"}}') as VNode;
  expect(() => draw(<p>{typed}</p>, 'en')).toThrow('no node');
});

test.each(['onClick', 'a b', 'a"', 'className', '>'])('%s is no attribute', (name) => {
  expect(() => draw(h('p', { [name]: 'x' }), 'en')).toThrow('no attribute');
});
