import type { RecordActs } from '../../platform/rights/data-of.ts';

/** What the organization says of itself is nobody’s record. */
export const recordActs: RecordActs = {
  told: [],
  withheld: [
    'site.article.begun',
    'site.article.hidden',
    'site.article.shown',
    'site.article.written',
    'site.articles.viewed',
  ],
};
