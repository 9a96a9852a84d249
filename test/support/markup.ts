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
