import type { Route } from '../../../platform/web/route.ts';
import { offerRoutes } from './offer-routes.tsx';
import { visitActs } from './visit-acts.ts';
import { visitRoutes } from './visit-routes.tsx';

/** What volunteers see and do: requests put to them, and their visits. */
export const volunteerRoutes: readonly Route[] = [...offerRoutes, ...visitRoutes, ...visitActs];
