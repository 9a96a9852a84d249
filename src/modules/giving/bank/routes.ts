import type { Route } from '../../../platform/web/route.ts';
import { importRoutes } from './pages/import-routes.tsx';
import { lineRoutes } from './pages/line-routes.tsx';
import { overviewRoutes } from './pages/overview-routes.tsx';
import { queueRoutes } from './pages/queue-routes.tsx';

/** All that is asked of the bank's files. */
export const bankRoutes: readonly Route[] = [
  ...overviewRoutes,
  ...importRoutes,
  ...queueRoutes,
  ...lineRoutes,
];
