import type { RuleConfig } from 'html-validate';
import { type Piece, readPieces } from './read-html.ts';

const MINDED = [
  // What may stand where: no paragraph within a span, no list without lines in a place for words.
  'attribute-allowed-values',
  'close-order',
  'deprecated',
  'element-permitted-content',
  'element-permitted-occurrences',
  'element-permitted-order',
  'element-permitted-parent',
  'element-required-ancestor',
  'element-required-attributes',
  'element-required-content',
  'no-dup-attr',
  'no-implicit-close',
  // What a name or a reference leads to.
  'no-dup-id',
  'no-missing-references',
  'input-missing-label',
  'multiple-labeled-controls',
  'aria-label-misuse',
  'unique-landmark',
  'hidden-focusable',
  // How somebody who hears the page finds their way.
  'heading-level',
  'empty-heading',
  'empty-title',
  'no-multiple-main',
  'wcag/h30',
  'wcag/h63',
  'wcag/h67',
] as const;

/** What the HTML checker minds in our pages; how it is spelled is nobody's business but our renderer's. */
export const MARKUP_RULES: RuleConfig = Object.fromEntries(MINDED.map((rule) => [rule, 'error']));

const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
const DATETIME = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d))?$/;

/** What a page calls by one name though it is several things, and times no machine can read. */
export function findRepeats(html: string): string[] {
  const links = [...html.matchAll(/<a\b([^>]*)>(.*?)<\/a>/gs)].map(([, attributes = '', inside = '']) => ({
    name: /aria-label="([^"]*)"/.exec(attributes)?.[1] ?? textOf(inside),
    href: /href="([^"]*)"/.exec(attributes)?.[1] ?? '',
  }));
  const byName = Map.groupBy(links, ({ name }) => name);
  const repeated = [...byName].filter(([, all]) => new Set(all.map(({ href }) => href)).size > 1);
  const legends = [...html.matchAll(/<legend\b[^>]*>(.*?)<\/legend>/gs)].map(([, inside = '']) =>
    textOf(inside),
  );
  const times = [...html.matchAll(/<time datetime="([^"]*)"/g)].map(([, at = '']) => at);
  return [
    ...repeated.map(([name]) => `links "${name}"`),
    ...new Set(legends.filter((name, at) => legends.indexOf(name) !== at).map((name) => `groups "${name}"`)),
    ...times.filter((at) => !DATETIME.test(at)).map((at) => `datetime ${at}`),
  ];
}

const RUNS_IN_LINE = /^(a|b|bdi|button|em|label|small|span|strong|summary|time)$/;
const SAYS_NOTHING = new Set(['script', 'style', 'title', 'option', 'svg', 'rt', 'rp', 'textarea']);

const isRead = ({ around }: Piece): boolean => !around.some((tag) => SAYS_NOTHING.has(tag));

/** Neighbors that a reader without a style sheet runs together: "119Fire, ambulance". */
export function findRunTogether(html: string): string[] {
  const found: string[] = [];
  let before = '';
  for (const piece of readPieces(html)) {
    if (!isRead(piece)) continue;
    const { text } = piece;
    const apart = piece.since.filter(({ tag }) => tag !== 'svg' && tag !== 'use');
    const touches = /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(text);
    const areLatin = /[\p{Script=Latin}\p{N}]$/u.test(before) && /^[\p{Script=Latin}\p{N}]/u.test(text);
    // A word in bold within a Japanese sentence touches the words beside it, and two elements never.
    const areTwo = new Set(apart.map(({ opens }) => opens)).size === 2;
    const isInLine = apart.length > 0 && apart.every(({ tag }) => RUNS_IN_LINE.test(tag));
    if (touches && isInLine && (areTwo || areLatin)) found.push(`${before.slice(-20)}|${text.slice(0, 20)}`);
    before = text;
  }
  return found;
}

/** A sentence of it: a name keeps its script in any language. */
const JAPANESE = /(?:[\p{Script=Hiragana}\p{Script=Katakana}].*){8}/u;
const OTHER_SCRIPTS =
  /[\p{Script=Hangul}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Myanmar}\p{Script=Arabic}]{2}/u;
const ENGLISH = /\b(the|and|is|are|with|you|your|we|this|that)\b/gi;

/** Words that stand in another language than the page says they do, by their script and by words that only English has. */
export function findWrongLanguages(html: string): string[] {
  return [...readPieces(html)].filter(isRead).flatMap(({ text, lang }) => {
    const isWrong =
      (JAPANESE.test(text) && lang !== 'ja') ||
      (OTHER_SCRIPTS.test(text) && /^(ja|en|zh)/.test(lang)) ||
      ((text.match(ENGLISH)?.length ?? 0) >= 3 && lang !== 'en');
    return isWrong ? [`${lang}: ${text.slice(0, 60)}`] : [];
  });
}
