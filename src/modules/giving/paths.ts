import { pathTo } from '../../platform/addresses/path-to.ts';

/** The addresses of this module. */
export const givingPaths = {
  /** What the treasurer looks at first. */
  books: pathTo('/books'),
  /** Whom the treasurer thanks by hand. */
  thanks: pathTo('/books/thanks'),
  thanksFor: pathTo('/books/thanks/:id'),
  ledger: pathTo('/books/ledger'),
  ledgerExport: pathTo('/books/ledger.csv'),
};
