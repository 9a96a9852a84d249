import type { Route } from '../../platform/web/route.ts';

/** The pages of half-year pairs. */
export const pairsRoutes: readonly Route[] = [];
