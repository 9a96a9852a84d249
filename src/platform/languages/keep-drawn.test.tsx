import type { VNode } from 'preact';
import { expect, test } from 'vitest';
import { Drawn, draw, useFormKey, useId, useLocale } from './draw.ts';
import { keepDrawn } from './keep-drawn.ts';
import type { Words } from './messages.tsx';

let drawings = 0;

interface Shown {
  readonly text: string;
  readonly at?: number;
}

function DrawnAnew(props: { card: Shown }) {
  drawings += 1;
  return (
    <p lang={useLocale()} id={useId()}>
      {props.card.text} {props.card.at} <i>{useFormKey()}</i>
    </p>
  );
}
const Card = keepDrawn(DrawnAnew);
type Given =
  | string
  | number
  | boolean
  | null
  | { a?: number; b?: null }
  | (string | string[])[]
  | Temporal.Instant
  | Temporal.PlainDate;

const Any = keepDrawn((_props: { given: Given }) => {
  drawings += 1;
  return <b />;
});
const Other = keepDrawn(({ card }: { card: Shown }) => <b>{card.text}</b>);

const keyIn = (html: string) => /<i>(.+)<\/i>/.exec(html)?.[1];
const withoutKey = (html: string) => html.replace(/<i>.+<\/i>/, '');

function howOftenDrawn(work: () => void): number {
  const before = drawings;
  work();
  return drawings - before;
}

test('the same content is drawn once, and the key of its form is another one in every document', () => {
  const card = { text: 'a', at: 5 };
  const [first, second] = [draw(<Card card={card} />, 'en'), draw(<Card card={{ ...card }} />, 'en')];
  expect(withoutKey(second)).toBe(withoutKey(first));
  expect(keyIn(first)).toMatch(/^[0-9a-f-]{36}$/);
  expect(keyIn(second)).not.toBe(keyIn(first));
  expect(howOftenDrawn(() => draw(<Card card={card} />, 'en'))).toBe(0);
});

test.each<[string, Shown, 'en' | 'ja']>([
  ['a word', { text: 'b' }, 'en'],
  ['a time', { text: 'a', at: 6 }, 'en'],
  ['the language', { text: 'a' }, 'ja'],
])('another card is seen when %s has changed', (_what, card, locale) => {
  const before = draw(<Card card={{ text: 'a' }} />, 'en');
  const after = draw(<Card card={card} />, locale);
  expect(withoutKey(after)).not.toBe(withoutKey(before));
  expect(after).toContain(`lang="${locale}"`);
});

test.each<[Given, Given]>([
  [
    ['ab', 'c'],
    ['a', 'bc'],
  ],
  [[['a'], 'b'], [['a', 'b']]],
  [{ a: 1, b: null }, { a: 1 }],
  [1, '1'],
  [null, 'null'],
  [Temporal.Instant.from('2026-11-24T00:00:00Z'), Temporal.Instant.from('2026-11-24T00:00:00.000000001Z')],
  [Temporal.PlainDate.from('2026-11-24'), Temporal.PlainDate.from('2026-11-25')],
])('%o is another content than %o', (one, other) => {
  const drawOf = (given: Given) => () => draw(<Any given={given} />, 'en');
  drawOf(one)();
  expect(howOftenDrawn(drawOf(one))).toBe(0);
  expect(howOftenDrawn(drawOf(other))).toBe(1);
});

test.each<[string, object[], object[]]>([
  ['a row in another place', [{ text: 'p' }, { text: 'q' }], [{ text: 'q' }, { text: 'p' }]],
  ['a row less', [{ text: 'p' }, { text: 'q' }], [{ text: 'q' }]],
  ['a fact more', [{ text: 'p' }, { text: 'q' }], [{ text: 'p' }, { text: 'q', at: 1 }]],
  ['a fact less', [{ text: 'p' }, { text: 'q', at: 1 }], [{ text: 'p' }, { text: 'q' }]],
  ['a fact in the place of none', [{ text: 'p', at: undefined }], [{ text: 'p', at: 2 }]],
])('a list of which %s is drawn is not taken for the one before it', (_what, before, after) => {
  const drawOf = (View: typeof Card, rows: object[]) =>
    draw(
      rows.map((row) => <View card={row as Shown} />),
      'en',
    ).replaceAll(/ id="[^"]+"|<i>.+?<\/i>/g, '');
  for (let time = 0; time < 3; time++)
    for (const rows of [before, after]) expect(drawOf(Card, rows)).toBe(drawOf(DrawnAnew, rows));
});

test('what is shown cannot be changed behind its drawing', () => {
  const card = { text: 'k', at: 1 };
  draw(<Card card={card} />, 'en');
  expect(() => Object.assign(card, { at: 2 })).toThrow(TypeError);
});

test('all forms of a document have one key, kept or not', () => {
  const Now = () => <u>{useFormKey()}</u>;
  const html = draw([<Card card={{ text: 'c' }} />, <Card card={{ text: 'd' }} />, <Now />], 'en');
  expect(new Set([...html.matchAll(/[0-9a-f-]{36}/g)].map(([key]) => key)).size).toBe(1);
});

test('different cards of one document have different ids, and different views their own text', () => {
  const html = draw([<Card card={{ text: 'e' }} />, <Card card={{ text: 'f' }} />], 'en');
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(2);
  expect(draw(<Other card={{ text: 'e' }} />, 'en')).toBe('<b>e</b>');
});

test('what is used least goes first when there is no room', () => {
  const long = (text: string) => ({ text: text.padEnd(1_500_000, '.') });
  draw(<Card card={long('g')} />, 'en');
  draw(<Card card={long('h')} />, 'en');
  expect(howOftenDrawn(() => draw(<Card card={long('g')} />, 'en'))).toBe(0);
  draw(<Card card={long('i')} />, 'en');
  expect(howOftenDrawn(() => draw(<Card card={long('g')} />, 'en'))).toBe(0);
  expect(howOftenDrawn(() => draw(<Card card={long('h')} />, 'en'))).toBe(1);
});

test('what is no data is refused by the compiler, and where it can’t see that, when it is drawn', () => {
  type View<Shown> = (props: { shown: Shown }) => VNode;
  const view = () => <b />;
  // @ts-expect-error
  keepDrawn(view as View<Map<string, number>>);
  // @ts-expect-error
  keepDrawn(view as View<{ a: number } | { b: Map<string, number> }>);
  // @ts-expect-error
  keepDrawn(view as View<() => string>);
  // @ts-expect-error
  keepDrawn(view as View<Words>);
  // @ts-expect-error
  keepDrawn(view as View<object>);
  // @ts-expect-error
  keepDrawn(view as View<symbol | bigint>);
  // @ts-expect-error
  keepDrawn(view as View<Date>);
  // @ts-expect-error
  keepDrawn(view as View<readonly { at: Temporal.ZonedDateTime | null }[]>);
  keepDrawn(view as View<readonly { at: number | Temporal.Instant | Temporal.PlainDate | null }[]>);
  const Unseen = keepDrawn(view as (props: { shown: ReturnType<typeof JSON.parse> }) => VNode);
  class Named {}
  for (const shown of [
    new Map(),
    () => 'a',
    <b>a</b>,
    Symbol('a'),
    1n,
    Number.NaN,
    [new Named()],
    new Date(0),
  ])
    expect(() => draw(<Unseen shown={shown} />, 'en')).toThrow(TypeError);
  expect(draw(<Unseen shown={[{ a: 'Infinity', b: null }]} />, 'en')).toBe('<b></b>');
});

test('what is kept holds no more memory than it says', () => {
  const [piece] = new Drawn(['a'.repeat(100)]).pieces;
  expect(piece?.buffer.byteLength).toBe(100);
});
