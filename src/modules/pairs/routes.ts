import type { Route } from '../../platform/web/route.ts';
import { aboutRoutes } from './about/about.tsx';
import { wishRoutes } from './wishes/routes.tsx';

/** The pages of half-year pairs. */
export const pairsRoutes: readonly Route[] = [...aboutRoutes, ...wishRoutes];
