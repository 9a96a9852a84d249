import type { Route } from '../../../platform/web/route.ts';
import { enteringRoutes } from '../ask/entering/routes.tsx';
import { decisionRoutes } from '../ask/let-through/routes.ts';
import { visitActRoutes } from '../meet/act-on-visit.ts';
import { dayRoutes } from '../meet/day/routes.tsx';
import { byPhoneRoutes } from '../offer/by-phone.ts';
import { fittingRoutes } from '../offer/fitting/routes.tsx';
import { noteRoutes } from './notes/routes.ts';
import { requestDeskRoutes } from './request/routes.tsx';
import { searchRoutes } from './search/routes.tsx';
import { settingsRoutes } from './settings/routes.tsx';

/** The coordinators' screens of Spot. */
export const deskRoutes: readonly Route[] = [
  ...enteringRoutes,
  ...searchRoutes,
  ...dayRoutes,
  ...settingsRoutes,
  ...requestDeskRoutes,
  ...decisionRoutes,
  ...visitActRoutes,
  ...fittingRoutes,
  ...noteRoutes,
  ...byPhoneRoutes,
];
