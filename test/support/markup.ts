import type { RuleConfig } from 'html-validate';

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
