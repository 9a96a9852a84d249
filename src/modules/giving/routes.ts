import type { Route } from '../../platform/web/route.ts';
import { ledgerRoutes } from './ledger/list.tsx';
import { booksRoutes } from './ledger/trial-balance.tsx';

/** All that is asked of giving. */
export const givingRoutes: readonly Route[] = [
  // One a line: several hands add to it.
  ...booksRoutes,
  ...ledgerRoutes,
];
