import type { Route } from '../../../platform/web/route.ts';
import { offerRoutes } from '../offer/cards/routes.tsx';
import { visitActs } from './visits/visit-acts.ts';
import { visitRoutes } from './visits/visit-routes.tsx';

/** What volunteers see and do: requests put to them, and their visits. */
export const volunteerRoutes: readonly Route[] = [...offerRoutes, ...visitRoutes, ...visitActs];
