import type { Route } from '../../platform/web/route.ts';
import { monthsActs } from './months/acts.ts';
import { checkInRoutes } from './months/check-ins/check-in-routes.tsx';
import { monthsRoutes } from './months/routes.tsx';
import { roundRoutes } from './rounds/routes.tsx';
import { wishRoutes } from './wishes/routes.tsx';

/** The pages of half-year pairs. */
export const pairsRoutes: readonly Route[] = [
  // One a line: several hands add to it.
  ...roundRoutes,
  ...wishRoutes,
  ...monthsRoutes,
  ...monthsActs,
  ...checkInRoutes,
];
