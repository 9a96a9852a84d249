import { pathTo } from '../../platform/addresses/path-to.ts';

/** The addresses of this module. */
export const givingPaths = {
  /** What the treasurer looks at first. */
  books: pathTo('/books'),
  ledger: pathTo('/books/ledger'),
  ledgerExport: pathTo('/books/ledger.csv'),
};
