import type { Route } from '../../platform/web/route.ts';
import { visitActs } from './meet/visits/visit-acts.ts';
import { visitRoutes } from './meet/visits/visit-routes.tsx';
import { offerRoutes } from './offer/cards/routes.tsx';

/** What volunteers see and do: requests put to them, and their visits. */
export const volunteerRoutes: readonly Route[] = [...offerRoutes, ...visitRoutes, ...visitActs];
